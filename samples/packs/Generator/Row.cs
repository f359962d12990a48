using System.Collections.Immutable;
using System.Globalization;

namespace CxRules.Samples.Packs;

/// <summary>A line of a pack's history.</summary>
/// <param name="At">By the clock on the wall, in the pack's zone.</param>
/// <param name="Flow">Where it comes from; the history does not tell.</param>
internal sealed record Row(DateTime At, string Customer, ImmutableDictionary<string, string> Cells, Flow Flow)
{
    /// <summary>Empty where the row says nothing.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    public DateOnly Day => DateOnly.FromDateTime(At);

    public bool IsContact => this["record"].Length == 0;

    public int? Number(string column) => this[column] is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
