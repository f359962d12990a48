using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>A row of a random history.</summary>
/// <param name="At">When it occurred, as the row says it; empty in a tombstone that says nothing else.</param>
/// <param name="Arrived">When the log received it.</param>
/// <param name="Cells">From `channel` to `escalation`, as they stand in the file.</param>
internal sealed record RandomRow(string Line, string Id, int Version, string At, Instant Arrived, string Part, string Cells)
{
    private static readonly Instant FirstRevision = Instant.FromUtc(2030, 1, 1, 0, 0);

    public string Erased { get; init; } = "";

    public string Kind { get; init; } = "";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id},{Version},{At},{Line},{Write(FirstRevision + Duration.FromHours(Version))},{Write(Arrived)},{Part},{Cells},{Erased},{Kind}");

    public static string Write(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
