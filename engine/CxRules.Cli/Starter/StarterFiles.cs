namespace CxRules.Cli.Starter;

/// <summary>The rule set that `cxrules init` writes: texts of the program, and a history made on the spot.</summary>
internal static class StarterFiles
{
    private const string Folder = "starter/";

    public static readonly (string Path, string What)[] All =
    [
        ("cxrules.yaml", "dispositions, owners and costs: examples to replace"),
        ("billing.cxr", "two rules, as sentences"),
        ("deliveries.yaml", "one rule, as keys"),
        ("contacts.source.yaml", "which column of the history is what"),
        ("history/contacts.csv", $"{StarterHistory.Rows().Count():#,0} invented contacts of twelve weeks, with trouble in March"),
    ];

    public static string Read(string path)
    {
        if (path == "history/contacts.csv")
        {
            return StarterHistory.Csv();
        }

        using var resource = typeof(StarterFiles).Assembly.GetManifestResourceStream(Folder + path) ?? throw new InvalidOperationException($"{path} is no part of the program.");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
