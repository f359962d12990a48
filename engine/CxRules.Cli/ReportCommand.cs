using System.CommandLine;
using CxRules.Report;
using CxRules.Report.Surveys;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;
using CxRules.Testing.Surveys;

namespace CxRules.Cli;

/// <summary>`cxrules report RULES`: what the practice asks for, one page at a time.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Argument<string> _rules = new("RULES") { Description = "A file of rules, or a folder with a cxrules.yaml" };
    private readonly HistoryOptions _history = new();
    private readonly PeriodOptions _period = new();
    private readonly TransitionsOption _transitions = new();
    private readonly Option<bool> _pareto = new("--pareto") { Description = "What drives contacts: by disposition, touchpoint, owner and demand" };
    private readonly Option<bool> _portfolio = new("--portfolio") { Description = "What each department has before it, and for how long" };
    private readonly Option<string?> _owner = new("--owner") { Description = "One department's digest, to send to it", HelpName = "NAME" };
    private readonly Option<string?> _case = new("--case") { Description = "The id of a case, or how it begins: its evidence on one page", HelpName = "ID" };
    private readonly Option<bool> _causes = new("--causes") { Description = "Skill, operations or unknown, beside what the trade expects" };
    private readonly Option<bool> _channels = new("--channels") { Description = "The same matter on each channel, and who came from another" };
    private readonly Option<bool> _satisfaction = new("--satisfaction") { Description = "Points of satisfaction lost, by department" };
    private readonly OutputOptions _output = new();
    private readonly Surroundings _surroundings;
    private readonly (Option<bool> Option, SurveyView View)[] _views;

    public ReportCommand(Surroundings surroundings)
        : base("report", "Says what drives contacts, what each department has before it, and what proves a case. Without an option: an overview.")
    {
        _surroundings = surroundings;
        _views = [(_pareto, SurveyView.Drivers), (_causes, SurveyView.Causes), (_channels, SurveyView.Channels), (_satisfaction, SurveyView.Satisfaction)];
        Arguments.Add(_rules);
        Option[] selections = [_pareto, _portfolio, _owner, _case, _causes, _channels, _satisfaction];
        foreach (var option in selections)
        {
            Options.Add(option);
        }

        _history.AddTo(this);
        _period.AddTo(this);
        _transitions.AddTo(this);
        _output.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        if (Misuse(parsed) is { } misuse)
        {
            return Refuse(misuse);
        }

        var history = _history.Open(parsed, parsed.GetRequiredValue(_rules), "a report", _output.HasNoColor(parsed), _surroundings);
        if (history is not { Compiled: { } compiled, Source: { } source })
        {
            return history.ExitCode;
        }

        return _transitions.Read(parsed, compiled.Compilation.RuleSet.Project, _output.HasNoColor(parsed), _surroundings, out var exitCode) is { } people
            ? Report(parsed, new(compiled.Compilation.RuleSet, source, history.Files, _period.From(parsed), _period.To(parsed)) { Transitions = people.Steps, Tellings = people.Tellings })
            : exitCode;
    }

    private string? Misuse(ParseResult parsed)
    {
        var asked = Selected(parsed);
        return asked.Count > 1 ? $"Report one thing at a time: {string.Join(" or ", asked)}." : _period.Problem(parsed);
    }

    private List<string> Selected(ParseResult parsed) =>
    [
        .. _views.Select(view => view.Option).Append(_portfolio).Where(parsed.GetValue).Select(option => option.Name),
        .. ((Option<string?>[])[_owner, _case]).Where(option => parsed.GetValue(option) is not null).Select(option => option.Name),
    ];

    private int Report(ParseResult parsed, ReplayOptions options)
    {
        var progress = _surroundings.ErrorIsTerminal && !_output.IsQuiet(parsed) ? new ProgressLine(_surroundings.Error, _surroundings.Time) : null;
        using (progress)
        {
            if (parsed.GetValue(_owner) is { } owner)
            {
                return Write(parsed, Surveyor.Owner(options, owner, progress), digest => digest.Replay, SurveyReport.Write);
            }

            if (parsed.GetValue(_case) is { } id)
            {
                return Write(parsed, Surveyor.Case(options, id, progress), evidence => evidence.Replay, SurveyReport.Write);
            }

            if (parsed.GetValue(_portfolio))
            {
                return Write(parsed, new Explained<Portfolio>(Surveyor.Portfolio(options, progress), null), portfolio => portfolio.Replay, SurveyReport.Write);
            }

            var view = _views.Where(candidate => parsed.GetValue(candidate.Option)).Select(candidate => candidate.View).FirstOrDefault(SurveyView.Overview);
            var survey = Surveyor.Survey(options, view == SurveyView.Channels ? SurveyDetail.Visits : SurveyDetail.Sums, progress);
            return Write(parsed, new Explained<Survey>(survey, null), found => found.Replay, (found, format, layout, output) => SurveyReport.Write(found, view, format, layout, output));
        }
    }

    private int Write<T>(ParseResult parsed, Explained<T> found, Func<T, ReplayResult> replayOf, Action<T, ReportFormat, ReportLayout, TextWriter> write)
        where T : class
    {
        if (found.Explanation is not { } report)
        {
            return Refuse(found.Problem ?? "");
        }

        if (!_output.Write(parsed, _surroundings, (format, layout, output) => write(report, format, layout, output)))
        {
            return ExitCode.Misuse;
        }

        var problems = replayOf(report).StepProblems;
        if (problems.IsEmpty)
        {
            return ExitCode.Fine;
        }

        TransitionsOption.Report(problems, _output.HasNoColor(parsed), _surroundings);
        return _output.FailsOnWarnings(parsed) ? ExitCode.Warnings : ExitCode.Fine;
    }

    private int Refuse(string problem)
    {
        _surroundings.Error.Write($"cxrules: {problem}\n");
        return ExitCode.Misuse;
    }
}
