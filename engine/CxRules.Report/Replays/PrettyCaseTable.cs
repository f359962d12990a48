using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>
/// A case a line, and under it what it is held against: group, expected contacts, interval, expected bars. On a narrow terminal the
/// bars go first, then the owner moves under the title.
/// </summary>
internal sealed class PrettyCaseTable
{
    private const int Gap = 2;
    private const int ReasonWidth = 19;

    private readonly ImmutableArray<Row> _rows;
    private readonly Ink _ink;
    private readonly Dictionary<Field, int> _widths;

    public PrettyCaseTable(ImmutableArray<ReplayCase> cases, ZoneRules zone, int width, Ink ink)
    {
        _ink = ink;
        var spark = width switch
        {
            >= 130 => 28,
            >= 96 => 12,
            >= 88 => 7,
            _ => 0,
        };
        _rows = [.. cases.Select((@case, index) => new Row(index + 1, @case, zone, spark))];
        var heads = Row.Heading(cases, spark > 0);
        _widths = Enum.GetValues<Field>().ToDictionary(field => field, field => _rows.Prepend(heads).Max(row => Math.Max(DisplayText.Width(row.Top(field)), DisplayText.Width(row.Under(field)))));
        _widths[Field.Owner] = width < 76 ? 0 : Math.Min(_widths[Field.Owner], width >= 120 ? 24 : 12);
        _widths[Field.Spark] = spark;
        var taken = _widths.Where(pair => pair.Key != Field.What && pair.Value > 0).Sum(pair => pair.Value + Gap);
        _widths[Field.What] = Math.Max(8, Math.Min(_widths[Field.What], width - taken));
        Heads = heads;
    }

    private enum Field
    {
        Rank,
        Date,
        What,
        Owner,
        Contacts,
        Cost,
        Spark,
    }

    private Row Heads { get; }

    public IEnumerable<string> Lines()
    {
        yield return _ink.Dim(Cells(Heads, under: false, (_, text) => text));
        yield return _ink.Dim(Cells(Heads, under: true, (_, text) => text));
        foreach (var row in _rows)
        {
            yield return Cells(row, under: false, row.PaintTop(_ink));
            yield return Cells(row, under: true, (_, text) => _ink.Dim(text));
        }
    }

    private string Cells(Row row, bool under, Func<Field, string, string> paint) => string.Join(new string(' ', Gap), _widths
        .Where(pair => pair.Value > 0)
        .Select(pair => paint(pair.Key, Fit(pair.Key, under ? row.Under(pair.Key) : row.Top(pair.Key), pair.Value))));

    private static string Fit(Field field, string text, int width) => field is Field.Rank or Field.Contacts or Field.Cost
        ? DisplayText.Right(text, width)
        : DisplayText.Left(text, width);

    private sealed class Row
    {
        private readonly Dictionary<Field, (string Top, string Under)> _cells;
        private readonly Sparkline _spark = Sparkline.Empty;
        private readonly Severity _severity;

        public Row(int rank, ReplayCase @case, ZoneRules zone, int sparkWidth)
        {
            _severity = @case.Severity;
            _spark = Sparkline.Of(@case.Chart, sparkWidth);
            var (opened, closed) = Dates(@case, zone);
            var group = CaseFacts.Group(@case);
            _cells = new()
            {
                [Field.Rank] = (Figures.Count(rank), ""),
                [Field.Date] = (opened, closed),
                [Field.What] = (DisplayText.Clean(CaseFacts.What(@case)), DisplayText.Clean(group.Length > 0 ? group : @case.Title is null ? "" : @case.Rule)),
                [Field.Owner] = (DisplayText.Clean(CaseFacts.Owners(@case.Owners)), @case.Severity.ToString().ToLowerInvariant()),
                [Field.Contacts] = (Figures.Count(@case.Contacts), Against(@case)),
                [Field.Cost] = Cost(@case),
                [Field.Spark] = (_spark.Observed, _spark.Expected),
            };
        }

        private Row(Dictionary<Field, (string Top, string Under)> cells) => _cells = cells;

        public static Row Heading(ImmutableArray<ReplayCase> cases, bool sparks) => new(new()
        {
            [Field.Rank] = ("", ""),
            [Field.Date] = ("opened", "closed"),
            [Field.What] = ("case", "group, or rule"),
            [Field.Owner] = ("owner", "severity"),
            [Field.Contacts] = ("contacts", "expected"),
            [Field.Cost] = ($"cost{cases.Select(@case => @case.Cost?.Currency).FirstOrDefault(currency => currency is not null) switch { null => "", var currency => ", " + currency }}", "90 % interval"),
            [Field.Spark] = sparks ? ("came in", "expected") : ("", ""),
        });

        public string Top(Field field) => _cells[field].Top;

        public string Under(Field field) => _cells[field].Under;

        public Func<Field, string, string> PaintTop(Ink ink) => (field, text) => field switch
        {
            Field.What => _severity >= Severity.High ? ink.Alarm(text) : ink.Bold(text),
            Field.Cost => ink.Bold(text),
            Field.Spark when text.Length >= _spark.HotTo => text[.._spark.HotFrom] + ink.Alarm(text[_spark.HotFrom.._spark.HotTo]) + text[_spark.HotTo..],
            _ => text,
        };

        /// <summary>`2011-08-29`, `to 09-01`; hours without their year: `08-29 14:00`, `to 17:00`.</summary>
        private static (string Opened, string Closed) Dates(ReplayCase @case, ZoneRules zone)
        {
            var opened = CaseFacts.Opened(@case, zone);
            var top = @case.Unit == TimeUnit.Day ? opened : opened[5..];
            if (CaseFacts.Closed(@case, zone) is not { } closed)
            {
                return (top, "still open");
            }

            var shared = @case.Unit == TimeUnit.Hour && closed[..10] == opened[..10] ? 11 : closed[..4] == opened[..4] ? 5 : 0;
            return (top, $"to {closed[shared..]}");
        }

        private static string Against(ReplayCase @case) => @case.Basis == CaseBasis.All
            ? "all count"
            : Figures.Quantity(@case.Expected);

        private static (string Top, string Under) Cost(ReplayCase @case)
        {
            if (@case.Cost is { } cost)
            {
                return (Figures.Money(cost.Mid), Figures.Interval(cost));
            }

            var reason = DisplayText.Wrap(DisplayText.Clean(CaseFacts.NoCost(@case.CostUnknownBecause)), ReasonWidth).ToArray();
            return (reason[0], reason.Length > 1 ? reason[1] + (reason.Length > 2 ? "…" : "") : "");
        }
    }
}
