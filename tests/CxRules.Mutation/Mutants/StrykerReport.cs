using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace CxRules.Mutation.Mutants;

/// <summary>The mutants that Stryker made, from its JSON report.</summary>
/// <param name="Mutants">Those that compile, by number.</param>
/// <param name="NotCompiled">How many do not compile.</param>
internal sealed record StrykerReport(ImmutableArray<Mutant> Mutants, int NotCompiled)
{
    private const string Project = "CxRules.Runtime/";

    public static StrykerReport Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var all = document.RootElement.GetProperty("files").EnumerateObject().SelectMany(source => MutantsOf(source.Name, source.Value)).ToList();
        return new(
            [.. all.Where(mutant => mutant.Status is not ("CompileError" or "Ignored")).Select(mutant => mutant.Mutant).OrderBy(mutant => mutant.Id)],
            all.Count(mutant => mutant.Status == "CompileError"));
    }

    private static IEnumerable<(Mutant Mutant, string Status)> MutantsOf(string path, JsonElement file)
    {
        var source = Text(file, "source").Split('\n');
        var name = path.Replace('\\', '/');
        name = name[(name.LastIndexOf(Project, StringComparison.Ordinal) + Project.Length)..];
        foreach (var mutant in file.GetProperty("mutants").EnumerateArray())
        {
            var place = mutant.GetProperty("location");
            var (start, end) = (place.GetProperty("start"), place.GetProperty("end"));
            yield return (
                new(
                    int.Parse(Text(mutant, "id"), CultureInfo.InvariantCulture),
                    name,
                    Number(start, "line"),
                    Text(mutant, "mutatorName"),
                    Mutant.OnOneLine(Between(source, start, end)),
                    Mutant.OnOneLine(Text(mutant, "replacement"))),
                Text(mutant, "status"));
        }
    }

    // Lines and columns count from 1; the end is behind the last character.
    private static string Between(string[] source, JsonElement start, JsonElement end)
    {
        var (first, last) = (Number(start, "line") - 1, Number(end, "line") - 1);
        var (from, to) = (Number(start, "column") - 1, Number(end, "column") - 1);
        return first == last
            ? source[first][from..to]
            : string.Join('\n', [source[first][from..], .. source[(first + 1)..last], source[last][..to]]);
    }

    private static string Text(JsonElement of, string property) => of.GetProperty(property).GetString() ?? "";

    private static int Number(JsonElement of, string property) => of.GetProperty(property).GetInt32();
}
