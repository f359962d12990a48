namespace CxRules.Streams.Tests;

/// <summary>A test that needs a file of the shared data folder; skipped, with its reason, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file)
    {
        File = file;
        if (!System.IO.File.Exists(SharedData.PathOf(file)))
        {
            Skip = $"../shared/data/{file} is not here.";
        }
    }

    public string File { get; }
}
