using System.Collections.Immutable;
using CxRules.Language.Tables;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>Which cell of a sample file's lines says what, by the names in its first line; null where they do not make a sample.</summary>
/// <param name="Stratum">-1: the file has one part.</param>
/// <param name="Whole">-1: the history tells.</param>
internal sealed record SampleColumns(SampleMethod Method, int From, int To, int Stratum, int Looked, int Whole, int Found, int Count)
{
    private static readonly ImmutableArray<string> Strata = ["stratum", "shift", "site", "queue", "team"];

    private static readonly ImmutableArray<(SampleMethod Method, string Looked, string Whole, string Found)> Methods =
    [
        (SampleMethod.Tally, "sampled hours", "total hours", "count"),
        (SampleMethod.Review, "looked at", "contacts", "found"),
    ];

    /// <summary>The first lines that a file can have.</summary>
    public const string Remedy = "Begin a tally with `date,sampled hours,total hours,count`, and contacts that were looked at with `date,looked at,found` or `date,looked at,found,contacts`; `from,to` may stand for `date`, and one column may be called shift, site, queue, team or stratum.";

    /// <param name="why">What is wrong, where there is no answer.</param>
    public static SampleColumns? Of(ImmutableArray<Cell> header, out string why)
    {
        var names = header.Select(cell => string.Join(' ', cell.Text.ToLowerInvariant().Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries))).ToList();
        var date = names.IndexOf("date");
        var (from, to) = date < 0 ? (names.IndexOf("from"), names.IndexOf("to")) : (date, date);
        var method = Methods.FirstOrDefault(method => names.Contains(method.Looked) && names.Contains(method.Found));
        var stratum = names.FindIndex(name => Strata.Contains(name));
        var whole = method.Whole is null ? -1 : names.IndexOf(method.Whole);
        var known = names.Where((_, index) => index == from || index == to || index == stratum || index == whole || names[index] == method.Looked || names[index] == method.Found).ToList();
        why = names.GroupBy(name => name).FirstOrDefault(name => name.Count() > 1) is { } twice ? $"'{twice.Key}' stands twice in its first line"
            : from < 0 || to < 0 ? "its first line has no `date`"
            : method.Looked is null ? "its first line does not say what was looked at and what was found"
            : method.Method == SampleMethod.Tally && whole < 0 ? "its first line has no `total hours`"
            : stratum >= 0 && whole < 0 ? $"it has a column '{names[stratum]}' and none with the contacts of each"
            : names.Find(name => !known.Contains(name)) is { } other ? $"nobody knows what its column '{other}' is"
            : "";
        return why.Length > 0 ? null : new(method.Method, from, to, stratum, names.IndexOf(method.Looked ?? ""), whole, names.IndexOf(method.Found ?? ""), names.Count);
    }
}
