using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CxRules.Model.Sources;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>What a history is like: an export or a log, in one part or several, with ids and versions of either sort.</summary>
internal sealed record RandomLayout(string Zone, bool IsLog, bool HasPartitions, bool HasLines, bool HasRevisions, bool HasErasures)
{
    /// <summary>Ideas, feedback and looked-at contacts stand beside the contacts.</summary>
    public bool HasKinds { get; init; }

    public const string Header = "id,version,at,line,revised,arrived,part,channel,reason,step,product,region,customer,secs,csat,cancelled,cancelled_at,why,escalation,erased,kind\n";

    private static readonly (string Field, string Column)[] Plain =
    [
        ("occurred at", "at"), ("disposition", "reason"), ("touchpoint", "step"), ("product", "product"), ("region", "region"), ("customer", "customer"),
        ("csat", "csat"), ("cancelled", "cancelled"), ("cancelled at", "cancelled_at"), ("cancellation reason", "why"), ("escalation", "escalation"),
    ];

    public static RandomLayout Of(Knobs knobs, Place place)
    {
        var dice = new Dice(knobs.Seed, 5);
        return new(place.Zone, dice.Is(.45), dice.Is(.6), dice.Is(.25), dice.Is(.3), dice.Is(.5)) { HasKinds = new Dice(knobs.Seed, 11).Is(.35) };
    }

    /// <summary>An export as they mostly are.</summary>
    public static RandomLayout Export(Place place) => new(place.Zone, IsLog: false, HasPartitions: false, HasLines: false, HasRevisions: false, HasErasures: false);

    /// <summary>Its source file.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"source: random\nformat: csv\nzone: {Zone}\nfields:\n");
            text.Append(HasLines ? "  id: { columns: [line, id] }\n" : "  id: id\n");
            text.Append("  channel: { column: channel, map: { Self Service: web } }\n  handle time: { column: secs, unit: seconds }\n");
            return text.AppendJoin("", Columns.Select(mapped => $"  {mapped.Field}: {mapped.Column}\n")).ToString();
        }
    }

    /// <summary>The same as the binder would make it.</summary>
    public ContactSource Source => new("random", "random.source.yaml", HistoryFormat.Csv, Zones.Of(Zone),
    [
        HasLines ? Field("id", "line") with { MoreColumns = ["id"] } : Field("id", "id"),
        Field("channel", "channel") with { Map = ImmutableDictionary<string, string>.Empty.Add("Self Service", "web") },
        Field("handle time", "secs") with { Unit = DurationUnit.Seconds },
        .. Columns.Select(pair => Field(pair.Field, pair.Column)),
    ]);

    public override string ToString() => $"{(IsLog ? "log" : "export")} of {string.Join(", ", Columns.Select(mapped => mapped.Field))}{(HasLines ? ", ids of two columns" : "")}";

    private IEnumerable<(string Field, string Column)> Columns =>
    [
        .. Plain,
        HasRevisions ? ("revised at", "revised") : ("version", "version"),
        .. HasKinds ? [("kind", "kind")] : Array.Empty<(string, string)>(),
        .. IsLog ? [("arrived at", "arrived")] : Array.Empty<(string, string)>(),
        .. IsLog && HasPartitions ? [("partition", "part")] : Array.Empty<(string, string)>(),
        .. HasErasures ? [("erased", "erased")] : Array.Empty<(string, string)>(),
    ];

    private static SourceField Field(string name, string column) =>
        new(BoundProject.Known(name), column, null, null, null, ImmutableDictionary<string, string>.Empty, [], 1);
}
