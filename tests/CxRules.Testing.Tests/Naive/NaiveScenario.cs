using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Binding;
using CxRules.Language.Text;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Sources;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Small histories and rules written by hand.</summary>
internal sealed class NaiveScenario : IDisposable
{
    private const string Header = "id,at,channel,reason,region,secs,version\n";
    private static readonly ContactSchema Schema = ContactSchema.Default;
    private readonly string _file = Path.GetTempFileName();

    public static ContactField Region { get; } = Schema.Fields.Single(known => known.Name == "region");

    public static ContactSource Source { get; } = new("hand", "hand.source.yaml", HistoryFormat.Csv, ZoneRules.Utc,
    [
        Field(Schema.Id, "id"), Field(Schema.OccurredAt, "at"), Field(Schema.Channel, "channel"), Field(Schema.Disposition, "reason"),
        Field(Region, "region"), Field(Schema.HandleTime, "secs"), Field(Schema.Version, "version"),
    ]);

    public static BoundCodeIn Late { get; } = Reason("late");

    public static BoundCodeIn Reason(string code) => new(Schema.Disposition, [new(code, Quoted: false)]);

    public static BoundMeasure Daily(BoundCondition population) => new(MeasureKind.Volume, population, null, null, null, Window.Daily);

    public static BoundThreshold AtLeast(long count, BoundCondition population) => new(Daily(population), Comparison.GreaterOrEqual, new BoundConstant(count), null);

    public static BoundRule Rule(string id, BoundSignal? signal, int ordinal = 0) => new()
    {
        Id = id,
        Ordinal = ordinal,
        Population = Late,
        Signal = signal,
        Basis = CaseBasis.All,
        Route = new(["Logistics"], null, CostEstimate: true, null, 5, null),
        ConditionText = "",
        Text = new SourceText("rules.cxr", ""),
        Span = default,
    };

    /// <summary>As many contacts on each day from 1 January 2026 on, a minute apart from 09:00.</summary>
    public static string Days(params int[] counts) => string.Concat(counts.SelectMany((count, day) => Enumerable.Range(0, count).Select(i => Row(
        string.Create(CultureInfo.InvariantCulture, $"d{day}-{i}"), new DateTime(2026, 1, 1, 9, 0, 0).AddDays(day).AddMinutes(i)))));

    public static string Row(string id, DateTime at, string reason = "late", string region = "", string secs = "60", int version = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{id},{at:yyyy-MM-ddTHH:mm:ss}Z,phone,{reason},{region},{secs},{version}\n");

    public NaiveResult Replay(string rows, Project project, params ImmutableArray<BoundRule> rules)
    {
        File.WriteAllText(_file, Header + rows);
        return NaiveEvaluator.Replay(new(project, rules, ""), Source, [_file]);
    }

    public void Dispose() => File.Delete(_file);

    private static SourceField Field(ContactField field, string column) => new(field, column, null, null, null, ImmutableDictionary<string, string>.Empty, [], 1);
}
