namespace CxRules.Benchmarks;

internal static class Repository
{
    /// <summary>The folder of CxRules.sln, above the benchmarks.</summary>
    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CxRules.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("CxRules.sln is not above the benchmarks.");
        }

        return folder;
    }
}
