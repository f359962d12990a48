using System.Collections.Immutable;
using System.Globalization;
using CxRules.Model.Cases;
using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>
/// A case in two lines: its title with the group, cost and bars; under them when and whose it is, contacts against expected, interval and expected bars.
/// On a narrow terminal the bars go first, then the figures behind the contacts.
/// </summary>
internal sealed class PrettyCaseTable
{
    private const int Gap = 2;
    private const int CostWidth = 15;
    private const int CountWidth = 9;
    private const int LeastGroup = 8;
    private const string NoFigure = "–";

    private readonly ReplayHistory _history;
    private readonly Ink _ink;
    private readonly bool _isWithYear;
    private readonly int _rank;
    private readonly int _what;
    private readonly int _counts;
    private readonly int _spark;

    public PrettyCaseTable(ReplayResult result, int width, Ink ink)
    {
        _history = result.History;
        _ink = ink;
        _isWithYear = Year(_history.FromUtc) != Year(_history.ToUtc);
        _spark = width switch
        {
            >= 130 => 28,
            >= 96 => 12,
            >= 88 => 7,
            _ => 0,
        };
        _counts = width < 76 ? 1 : 3;
        _rank = Figures.Count(result.Cases.Length).Length;
        _what = Math.Max(8, width - _rank - Gap - CostWidth - Gap - (_spark > 0 ? _spark + Gap : 0));
    }

    private int Detail => Math.Max(0, _what - (_counts * CountWidth));

    public IEnumerable<string> Lines(CasePart part)
    {
        var currency = part.Cases.Select(@case => @case.Cost?.Currency).FirstOrDefault(code => code is not null);
        string[] counts = ["contacts", "expected", "above"];
        yield return _ink.Dim(Join("", DisplayText.Left("when, owner", Detail) + Counts(counts), currency is null ? "cost" : $"cost, {currency}", "came in"));
        yield return _ink.Dim(Join("", "", "90 % interval", "expected"));
        for (var i = 0; i < part.Cases.Length; i++)
        {
            var @case = part.Cases[i];
            var spark = Sparkline.Of(@case.Chart, _spark);
            var (cost, interval) = Cost(@case);
            yield return Join(Figures.Count(part.First + i), Title(@case), _ink.Bold(DisplayText.Right(cost, CostWidth)), Hot(spark));
            yield return _ink.Dim(Join("", DisplayText.Left(Details(@case), Detail) + Counts(Against(@case)), interval, spark.Expected));
        }
    }

    private string Join(string rank, string what, string cost, string spark)
    {
        var line = $"{DisplayText.Right(rank, _rank)}  {Fit(what, _what)}  {(cost.Contains('\e') ? cost : DisplayText.Right(cost, CostWidth))}";
        return _spark == 0 ? line : $"{line}  {(spark.Contains('\e') ? spark : DisplayText.Left(spark, _spark))}";
    }

    private static string Fit(string text, int width) => text.Contains('\e') ? text : DisplayText.Left(text, width);

    private string Counts(string[] counts) => string.Concat(counts.Take(_counts).Select(count => DisplayText.Right(count, CountWidth)));

    private string Title(ReplayCase @case)
    {
        var title = DisplayText.Cut(DisplayText.Clean(CaseFacts.What(@case)), _what);
        var group = DisplayText.Clean(CaseFacts.GroupValues(@case));
        var rest = DisplayText.Left(group.Length == 0 || DisplayText.Width(title) + LeastGroup > _what ? "" : $" · {group}", _what - DisplayText.Width(title));
        return (@case.Severity >= Severity.High ? _ink.Alarm(title) : _ink.Bold(title)) + _ink.Dim(rest);
    }

    private string Hot(Sparkline spark) => spark.Observed.Length >= spark.HotTo
        ? spark.Observed[..spark.HotFrom] + _ink.Alarm(spark.Observed[spark.HotFrom..spark.HotTo]) + spark.Observed[spark.HotTo..]
        : spark.Observed;

    /// <summary>`28 Aug – 11 Sep · PARK · critical`: what is cut first stands last.</summary>
    private string Details(ReplayCase @case)
    {
        string[] parts = [Dates(@case), CaseFacts.Owners(@case.Owners), @case.Severity >= Severity.High ? @case.Severity.ToString().ToLowerInvariant() : ""];
        return DisplayText.Clean(string.Join(" · ", parts.Where(part => part.Length > 0)));
    }

    private string Dates(ReplayCase @case)
    {
        var opened = Local(@case.OpenedUtc);
        if (@case.ClosedUtc is not { } until)
        {
            return $"since {Moment(opened, @case.Unit)}";
        }

        var closed = Local(until);
        var isSameDay = @case.Unit == TimeUnit.Hour && closed.Date == opened.Date;
        return $"{Moment(opened, @case.Unit)} – {(isSameDay ? closed.ToString("HH:mm", CultureInfo.InvariantCulture) : Moment(closed, @case.Unit))}";
    }

    private string Moment(DateTime local, TimeUnit unit) =>
        local.ToString((_isWithYear ? "d MMM yyyy" : "d MMM") + (unit == TimeUnit.Hour ? " HH:mm" : ""), CultureInfo.InvariantCulture);

    private DateTime Local(DateTime utc) => new(_history.Zone.ToLocal(utc.Ticks));

    private int? Year(DateTime? utc) => utc is { } instant ? Local(instant).Year : null;

    private static string[] Against(ReplayCase @case) => @case switch
    {
        { Estimate: { } estimate } => [estimate.Contacts is { } contacts ? $"~{Figures.Quantity(contacts.Mid)}" : NoFigure, NoFigure, NoFigure],
        { Basis: CaseBasis.All } => [Figures.Count(@case.Contacts), NoFigure, "all"],
        { Excess: { } excess } => [Figures.Count(@case.Contacts), Figures.Quantity(@case.Expected), Figures.Above(excess.Mid)],
        _ => [Figures.Count(@case.Contacts), Figures.Quantity(@case.Expected), NoFigure],
    };

    private static (string Top, string Under) Cost(ReplayCase @case)
    {
        if (@case.Cost is { } cost)
        {
            return (Figures.Money(cost.Mid), cost.Low == cost.High ? "" : Figures.Interval(cost));
        }

        var reason = DisplayText.Wrap(DisplayText.Clean(CaseFacts.NoCost(@case.CostUnknownBecause)), CostWidth).ToArray();
        return (reason[0], reason.Length > 1 ? reason[1] + (reason.Length > 2 ? "…" : "") : "");
    }
}
