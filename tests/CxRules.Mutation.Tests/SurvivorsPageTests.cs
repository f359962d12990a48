using System.Globalization;
using System.Text.RegularExpressions;
using CxRules.Mutation.Results;

namespace CxRules.Mutation.Tests;

/// <summary>The table of survivors in docs/reliability.md against survivors.tsv.</summary>
public sealed partial class SurvivorsPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.PathOf("docs/reliability.md"));

    [Fact]
    public void Page_OfEachReason_CountsTheMutantsAndTheirFiles()
    {
        var expected = KnownSurvivors.Read().GroupBy(survivor => survivor.Reason).OrderBy(reason => reason.Key, StringComparer.Ordinal)
            .Select(reason => $"{reason.Key} {reason.Count()}: {FilesOf(reason)}");
        var shown = Page.Select(line => Row().Match(line)).Where(row => row.Success).OrderBy(row => row.Groups[1].Value, StringComparer.Ordinal)
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}: {row.Groups[3].Value}");

        Assert.Equal(expected, shown);
    }

    // Most first, then by name.
    private static string FilesOf(IEnumerable<KnownSurvivor> survivors) => string.Join(", ", survivors
        .GroupBy(survivor => Path.GetFileNameWithoutExtension(survivor.File))
        .OrderByDescending(file => file.Count())
        .ThenBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => file.Count() == 1 ? file.Key : string.Create(CultureInfo.InvariantCulture, $"{file.Key} ({file.Count()})")));

    /// <summary>`| reason | left | what | where | why |`</summary>
    [GeneratedRegex(@"^\| `([a-z]+)` \| (\d+) \| [^|]+ \| ([^|]+) \| [^|]+ \|$")]
    private static partial Regex Row();
}
