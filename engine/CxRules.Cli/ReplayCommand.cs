using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CxRules.Compiler.Limits;
using CxRules.Report;
using CxRules.Report.Checks;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli;

/// <summary>`cxrules replay RULES`: what the rules would have found in a history.</summary>
internal sealed class ReplayCommand : Command
{
    private const decimal DefaultMaxRejects = 1;

    private readonly Argument<string> _rules = new("RULES") { Description = "A file of rules, or a folder with a cxrules.yaml" };

    private readonly Option<string[]> _history = new("--history")
    {
        Description = "The contacts: files or patterns, plain or .gz. Without it, the project's `history: { files: … }`",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _source = new("--source") { Description = "The name of the *.source.yaml that describes the history, where there are several", HelpName = "NAME" };

    private readonly Option<DateOnly?> _from = new("--from") { Description = "First local day on which rules are evaluated", HelpName = "yyyy-MM-dd", CustomParser = ReadDay };

    private readonly Option<DateOnly?> _to = new("--to") { Description = "Last such day, inclusive", HelpName = "yyyy-MM-dd", CustomParser = ReadDay };

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
        Options.Add(_history);
        Options.Add(_source);
        Options.Add(_from);
        Options.Add(_to);
        Options.Add(_maxRejects);
        _output.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_from) is { } from && parsed.GetValue(_to) is { } to && from > to)
        {
            return Refuse($"--from {from:yyyy-MM-dd} is after --to {to:yyyy-MM-dd}.");
        }

        var load = RuleSetLoader.Load(parsed.GetRequiredValue(_rules));
        if (load.Problem is { } problem)
        {
            return Refuse(problem);
        }

        if (load.RuleSets is not [var loaded])
        {
            return Refuse($"`{parsed.GetRequiredValue(_rules)}` holds {load.RuleSets.Length} rule sets, and a replay is of one: {string.Join(", ", load.RuleSets.Select(ruleSet => $"`{ruleSet.Path}`"))}.");
        }

        var compiled = loaded.Compile(_surroundings.Today);
        var files = Files(parsed, compiled, out problem);
        if (problem is null)
        {
            var beside = RuleSetLoader.WithSourcesBeside(loaded, files);
            compiled = ReferenceEquals(beside, loaded) ? compiled : beside.Compile(_surroundings.Today);
        }

        if (compiled.HasErrors)
        {
            CheckReport.Write(Check(compiled), ReportFormat.Pretty, _surroundings.ErrorLayout(_output.HasNoColor(parsed)), _surroundings.Error);
            return ExitCode.Errors;
        }

        if (RuntimeLimits.Find(compiled.Compilation) is { IsEmpty: false } limits)
        {
            CheckReport.Write(Check(compiled) with { Diagnostics = limits }, ReportFormat.Pretty, _surroundings.ErrorLayout(_output.HasNoColor(parsed)), _surroundings.Error);
            return ExitCode.Errors;
        }

        if (problem is not null)
        {
            return Refuse(problem);
        }

        var choice = SourceChoice.Of(compiled, parsed.GetValue(_source));
        return choice.Source is { } source
            ? Replay(parsed, compiled, new(compiled.Compilation.RuleSet, source, files, parsed.GetValue(_from), parsed.GetValue(_to)))
            : Refuse(choice.Problem ?? "");
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

        var warnings = Check(compiled).Warnings;
        if (warnings > 0 && !_output.IsQuiet(parsed))
        {
            _surroundings.Error.Write($"cxrules: {warnings} warning{(warnings == 1 ? "" : "s")} about these rules: `cxrules check {parsed.GetRequiredValue(_rules)}` shows {(warnings == 1 ? "it" : "them")}.\n");
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

    private ImmutableArray<string> Files(ParseResult parsed, CompiledRuleSet compiled, out string? problem)
    {
        var given = parsed.GetValue(_history) ?? [];
        var project = compiled.Compilation.RuleSet.Project.HistoryFiles;
        var files = given.Length > 0
            ? HistoryFiles.Find(given, "", out var missing)
            : HistoryFiles.Find(project, compiled.Loaded.Folder, out missing);
        problem = missing is not null
            ? Missing(missing, given.Length > 0 ? "" : compiled.Loaded.Folder)
            : files.IsEmpty ? "No history is given: add --history FILE, or `history: { files: […] }` to cxrules.yaml." : null;
        return files;
    }

    /// <param name="folder">That of the project file that names it; empty: the command line did.</param>
    private static string Missing(string file, string folder)
    {
        var path = Path.Combine(folder, file);
        return Directory.Exists(path)
            ? $"`{path}` is a folder: name the files in it, for example --history \"{Path.Combine(path, "*.csv.gz")}\"."
            : $"There is no history file `{file}`{(folder.Length == 0 ? "" : $", which `cxrules.yaml` in `{folder}` names")}.{NearbyFiles.Hint(path)}";
    }

    private static CheckResult Check(CompiledRuleSet compiled) =>
        new(compiled.Loaded.Files, compiled.Compilation.Files.Sum(file => file.Rules.Length), compiled.Diagnostics);

    private int Refuse(string problem)
    {
        _surroundings.Error.Write($"cxrules: {problem}\n");
        return ExitCode.Misuse;
    }

    private static DateOnly? ReadDay(ArgumentResult result)
    {
        var text = result.Tokens is [var token, ..] ? token.Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"`{text}` is no day: write 2026-03-31.");
        return null;
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
