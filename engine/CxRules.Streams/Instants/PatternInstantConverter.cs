using CxRules.Model.Time;
using CxRules.Streams.Conversion;

namespace CxRules.Streams.Instants;

/// <summary>Instants written as a pattern says.</summary>
internal sealed class PatternInstantConverter(FieldMapping mapping, ZoneRules? zone, InstantPattern pattern) : InstantConverter(mapping, zone)
{
    public override string Expected => $"'{Mapping.Source.Pattern}'";

    protected override RejectKind? Parse(ReadOnlySpan<byte> value, out long result)
    {
        result = 0;
        var cursor = new PatternCursor(value);
        foreach (var step in pattern.Steps)
        {
            if (!step(ref cursor))
            {
                return StreamErrors.BadInstant;
            }
        }

        if (!cursor.Rest.IsEmpty)
        {
            return StreamErrors.BadInstant;
        }

        return !cursor.TryGetTicks(out var local) ? StreamErrors.ImpossibleDate
            : cursor.HasOffset ? FromOffset(local, cursor.Offset, out result)
            : FromLocal(local, pattern.DateAlone, out result);
    }
}
