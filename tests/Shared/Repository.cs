namespace CxRules.Tests;

/// <summary>The repository that the tests were built in; linked into each project of tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <param name="path">From the root, parted by `/`.</param>
    public static string PathOf(string path) => Path.Combine([Root, .. path.Split('/')]);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "CxRules.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("CxRules.sln stands in no folder above the tests."));
}
