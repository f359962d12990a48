namespace CxRules.Streams.Tests;

/// <summary>Histories beside the repository that not every machine has.</summary>
internal static class SharedData
{
    public static string PathOf(string file) => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", file));
}
