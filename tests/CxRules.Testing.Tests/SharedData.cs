namespace CxRules.Testing.Tests;

/// <summary>Histories beside the repository that not every machine has.</summary>
internal static class SharedData
{
    public const string Boston = "boston311_2011-07_2011-12.csv.gz";
    public const string Bank = "anonbank_calls_1999-01_1999-02.tsv.gz";

    /// <summary>The file under a `shared/data` folder beside this repository, or null.</summary>
    public static string? Find(string file) => Above(AppContext.BaseDirectory)
        .Select(folder => Path.Combine(folder, "shared", "data", file))
        .FirstOrDefault(File.Exists);

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}

/// <summary>A test that needs a file of ../shared/data; skipped, with the reason, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file)
    {
        if (SharedData.Find(file) is null)
        {
            Skip = $"../shared/data/{file} is not on this machine";
        }
    }
}

/// <summary>The same for case tables.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute(string file)
    {
        if (SharedData.Find(file) is null)
        {
            Skip = $"../shared/data/{file} is not on this machine";
        }
    }
}
