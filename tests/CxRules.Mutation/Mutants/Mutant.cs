namespace CxRules.Mutation.Mutants;

/// <summary>One change of the engine's code.</summary>
/// <param name="Id">Stryker's number; another in each build.</param>
/// <param name="File">From the engine's folder on, parted by `/`.</param>
/// <param name="Mutator">What sort of change, in Stryker's words.</param>
/// <param name="Was">The code that is changed, on one line.</param>
/// <param name="Replacement">What stands there instead, on one line.</param>
internal sealed record Mutant(int Id, string File, int Line, string Mutator, string Was, string Replacement)
{
    private const int Longest = 100;

    public string Folder => File[..File.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>Code on one line, cut where it is long.</summary>
    public static string OnOneLine(string code)
    {
        var line = string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
