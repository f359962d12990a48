namespace CxRules.Benchmarks.EndToEnd.RuleSets;

/// <summary>A rule with a group for each customer.</summary>
internal static class CustomerProject
{
    /// <summary>Writes the rule set and returns its folder.</summary>
    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        HistorySource.Write(folder);
        File.WriteAllText(Path.Combine(folder, "cxrules.yaml"), "language: 1\nname: customers\nzone: UTC\n");
        File.WriteAllText(Path.Combine(folder, "customers.cxr"), """
            rule calls-again-and-again
              if channel in (phone, chat) and weekly volume >= 5
              per customer
              every day
              then route to CX

            """);
        return folder;
    }
}
