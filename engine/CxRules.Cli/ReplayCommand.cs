using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli;

/// <summary>`cxrules replay RULES`: what the rules would have found in a history.</summary>
internal sealed class ReplayCommand : Command
{
    private const decimal DefaultMaxRejects = 1;

    private readonly Argument<string> _rules = new("RULES") { Description = "A file of rules, or a folder with a cxrules.yaml" };

    private readonly HistoryOptions _history = new();

    private readonly PeriodOptions _period = new();

    private readonly TransitionsOption _transitions = new();

    private readonly Option<decimal> _maxRejects = new("--max-rejects")
    {
        Description = "Fail (exit code 3) where more than this many per cent of the rows are refused",
        HelpName = "PCT",
        CustomParser = ReadPercent,
        DefaultValueFactory = _ => DefaultMaxRejects,
    };

    private readonly OutputOptions _output = new();
    private readonly Surroundings _surroundings;

    public ReplayCommand(Surroundings surroundings)
        : base("replay", "Runs rules over a history of contacts: the cases they would have opened, for whom, at what cost.")
    {
        _surroundings = surroundings;
        Arguments.Add(_rules);
        _history.AddTo(this);
        _period.AddTo(this);
        _transitions.AddTo(this);
        Options.Add(_maxRejects);
        _output.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        if (_period.Problem(parsed) is { } problem)
        {
            return Refuse(problem);
        }

        var history = _history.Open(parsed, parsed.GetRequiredValue(_rules), "a replay", _output.HasNoColor(parsed), _surroundings);
        if (history is not { Compiled: { } compiled, Source: { } source })
        {
            return history.ExitCode;
        }

        return _transitions.Read(parsed, compiled.Compilation.RuleSet.Project, _output.HasNoColor(parsed), _surroundings, out var exitCode) is { } people
            ? Replay(parsed, compiled, new(compiled.Compilation.RuleSet, source, history.Files, _period.From(parsed), _period.To(parsed)) { Transitions = people.Steps, Tellings = people.Tellings })
            : exitCode;
    }

    private int Replay(ParseResult parsed, CompiledRuleSet compiled, ReplayOptions options)
    {
        var progress = _surroundings.ErrorIsTerminal && !_output.IsQuiet(parsed) ? new ProgressLine(_surroundings.Error, _surroundings.Time) : null;
        ReplayResult result;
        using (progress)
        {
            result = Testing.Replays.Replay.Run(options, progress);
        }

        if (!_output.Write(parsed, _surroundings, (format, layout, output) => ReplayReport.Write(result, format, layout, output)))
        {
            return ExitCode.Misuse;
        }

        var warnings = HistoryOptions.Check(compiled).Warnings;
        if (warnings > 0 && !_output.IsQuiet(parsed))
        {
            _surroundings.Error.Write($"cxrules: {warnings} warning{(warnings == 1 ? "" : "s")} about these rules: `cxrules check {parsed.GetRequiredValue(_rules)}` shows {(warnings == 1 ? "it" : "them")}.\n");
        }

        if (!result.StepProblems.IsEmpty)
        {
            TransitionsOption.Report(result.StepProblems, _output.HasNoColor(parsed), _surroundings);
            warnings += result.StepProblems.Length;
        }

        var most = parsed.GetValue(_maxRejects);
        if (result.History.Received > 0 && result.History.Rejected * 100m / result.History.Received > most)
        {
            var share = (result.History.Rejected * 100m / result.History.Received).ToString("0.##", CultureInfo.InvariantCulture);
            _surroundings.Error.Write($"cxrules: {result.History.Rejected} of {result.History.Received} rows were refused ({share} %): more than the {most.ToString("0.##", CultureInfo.InvariantCulture)} % that --max-rejects allows.\n");
            return ExitCode.Errors;
        }

        return warnings > 0 && _output.FailsOnWarnings(parsed) ? ExitCode.Warnings : ExitCode.Fine;
    }

    private int Refuse(string problem)
    {
        _surroundings.Error.Write($"cxrules: {problem}\n");
        return ExitCode.Misuse;
    }

    private static decimal ReadPercent(ArgumentResult result)
    {
        var text = result.Tokens is [var token, ..] ? token.Value.TrimEnd('%') : "";
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100)
        {
            return percent;
        }

        result.AddError($"`{text}` is no percentage: write a number from 0 to 100.");
        return 0;
    }
}
