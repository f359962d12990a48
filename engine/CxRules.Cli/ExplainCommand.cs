using System.CommandLine;
using CxRules.Report;
using CxRules.Report.Explanations;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;

namespace CxRules.Cli;

/// <summary>`cxrules explain RULES`: how one figure of a replay came about, down to the contacts it sums.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Argument<string> _rules = new("RULES") { Description = "A file of rules, or a folder with a cxrules.yaml" };
    private readonly HistoryOptions _history = new();
    private readonly Option<string?> _case = new("--case") { Description = "The id of a case, or how it begins: its figures", HelpName = "ID" };
    private readonly Option<bool> _money = new("--money") { Description = "With --case: every contact, what it cost, and what the case gets of it" };
    private readonly Option<string?> _contact = new("--contact") { Description = "The id of a contact: whose it is and why, what it cost, and who got it", HelpName = "ID" };
    private readonly Option<string?> _rule = new("--rule") { Description = "The id of a rule, with --at: what it saw and decided on a day", HelpName = "ID" };
    private readonly Option<DateOnly?> _at = new("--at") { Description = "With --rule: the local day", HelpName = "yyyy-MM-dd", CustomParser = DayArgument.Read };
    private readonly PeriodOptions _period = new();
    private readonly OutputOptions _output = new();
    private readonly Surroundings _surroundings;

    public ExplainCommand(Surroundings surroundings)
        : base("explain", "Says how one figure of a replay came about: a case, a contact, or a rule on a day.")
    {
        _surroundings = surroundings;
        Arguments.Add(_rules);
        _history.AddTo(this);
        Option[] own = [_case, _money, _contact, _rule, _at];
        foreach (var option in own)
        {
            Options.Add(option);
        }

        _period.AddTo(this);
        _output.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        if (Misuse(parsed) is { } misuse)
        {
            return Refuse(misuse);
        }

        var history = _history.Open(parsed, parsed.GetRequiredValue(_rules), "an explanation", _output.HasNoColor(parsed), _surroundings);
        return history is { Compiled: { } compiled, Source: { } source }
            ? Explain(parsed, new(compiled.Compilation.RuleSet, source, history.Files, _period.From(parsed), _period.To(parsed)))
            : history.ExitCode;
    }

    private string? Misuse(ParseResult parsed)
    {
        string?[] asked = [parsed.GetValue(_case), parsed.GetValue(_contact), parsed.GetValue(_rule)];
        return asked.Count(id => id is not null) switch
        {
            0 => "Say what to explain: --case ID, --contact ID, or --rule ID --at 2026-03-31.",
            > 1 => "Explain one thing at a time: --case, --contact or --rule.",
            _ when parsed.GetValue(_money) && asked[0] is null => "--money goes with --case ID.",
            _ when asked[2] is not null && parsed.GetValue(_at) is null => "Say for which day: --rule ID --at 2026-03-31.",
            _ when asked[2] is null && parsed.GetValue(_at) is not null => "--at goes with --rule ID.",
            _ => _period.Problem(parsed),
        };
    }

    private int Explain(ParseResult parsed, ReplayOptions options)
    {
        using var progress = _surroundings.ErrorIsTerminal && !_output.IsQuiet(parsed) ? new ProgressLine(_surroundings.Error, _surroundings.Time) : null;
        if (parsed.GetValue(_case) is { } caseId)
        {
            var found = Explainer.Case(options, caseId, parsed.GetValue(_money) ? CaseDetail.Contacts : CaseDetail.Figures, progress);
            return Write(parsed, found, ExplanationReport.Write);
        }

        return parsed.GetValue(_contact) is { } contactId
            ? Write(parsed, Explainer.Contact(options, contactId, progress), ExplanationReport.Write)
            : Write(parsed, Explainer.Rule(options, parsed.GetValue(_rule) ?? "", parsed.GetValue(_at) ?? default, progress), ExplanationReport.Write);
    }

    private int Write<T>(ParseResult parsed, Explained<T> found, Action<T, ReportFormat, ReportLayout, TextWriter> write)
        where T : class
    {
        if (found.Explanation is not { } explanation)
        {
            return Refuse(found.Problem ?? "");
        }

        return _output.Write(parsed, _surroundings, (format, layout, output) => write(explanation, format, layout, output)) ? ExitCode.Fine : ExitCode.Misuse;
    }

    private int Refuse(string problem)
    {
        _surroundings.Error.Write($"cxrules: {problem}\n");
        return ExitCode.Misuse;
    }
}
