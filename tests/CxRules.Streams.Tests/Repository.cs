namespace CxRules.Streams.Tests;

/// <summary>Where the repository is, and the shared data beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string SharedData(string file) => Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", file));

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "CxRules.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository."));
}

/// <summary>A test that needs a file of the shared data folder; skipped, with its reason, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file)
    {
        File = file;
        if (!System.IO.File.Exists(Repository.SharedData(file)))
        {
            Skip = $"../shared/data/{file} is not here.";
        }
    }

    public string File { get; }
}
