using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;

namespace CxRules.Report.Lives;

/// <summary>`cxrules case list`: every case with its state, its owner and its cost.</summary>
public static class CaseListReport
{
    private const int StateWidth = 12;
    private const int OwnerWidth = 18;
    private const int CostWidth = 15;

    /// <param name="cases">Those that are wanted.</param>
    public static void Write(ReplayResult result, ImmutableArray<ReplayCase> cases, ReportFormat format, ReportLayout layout, TextWriter output)
    {
        if (format == ReportFormat.Json)
        {
            output.Write(JsonText.Write(json =>
            {
                json.WriteStartObject();
                json.WriteArray("cases", cases, ReplayJson.WriteCase);
                json.WriteEndObject();
            }));
            return;
        }

        if (cases.IsEmpty)
        {
            output.Write("No such case.\n");
            return;
        }

        var what = Math.Max(12, layout.Width - 16 - StateWidth - OwnerWidth - CostWidth - 20);
        foreach (var @case in cases)
        {
            var name = DisplayText.Clean($"{CaseFacts.What(@case)}{(@case.Group.IsEmpty ? "" : $" · {CaseFacts.GroupValues(@case)}")}");
            var since = CaseFacts.Local(new DateTime(@case.Life.Since, DateTimeKind.Utc), Model.Time.TimeUnit.Day, result.History.Zone);
            output.Write($"{@case.Id}  {DisplayText.Left(CaseStandings.NameOf(@case.Life.Standing), StateWidth)} {since}  {DisplayText.Left(name, what)}  "
                + $"{DisplayText.Left(DisplayText.Clean(CaseFacts.Owners(@case.Owners)), OwnerWidth)}{DisplayText.Right(@case.Cost is { } cost ? Figures.Mid(cost) : Figures.None, CostWidth)}\n");
        }
    }
}
