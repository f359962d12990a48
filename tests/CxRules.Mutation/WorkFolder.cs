namespace CxRules.Mutation;

/// <summary>Where a run keeps what it makes, so that another can go on with it.</summary>
internal sealed class WorkFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The tests with the engine in which all mutants are.</summary>
    public string Build => In("build");

    /// <summary>Stryker's settings, its output, and its report on the mutants that it made.</summary>
    public string Settings => In("stryker-config.json");

    public string Output => In("stryker");

    public string Log => In("stryker.log");

    public string Mutants => In("mutants.json");

    /// <summary>Which test reaches which mutants.</summary>
    public string Coverage => In("coverage.json");

    public string Verdicts => In("verdicts.txt");

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
