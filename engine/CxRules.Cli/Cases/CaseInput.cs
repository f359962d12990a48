using System.CommandLine;
using CxRules.Language.Diagnostics;
using CxRules.Model.Time;
using CxRules.Testing.Replays;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli.Cases;

/// <summary>What every `cxrules case` command looks at: rules, a history, and the file of what people did.</summary>
internal sealed class CaseInput
{
    private readonly Argument<string> _rules = new("RULES") { Description = "A file of rules, or a folder with a cxrules.yaml" };
    private readonly HistoryOptions _history = new();
    private readonly TransitionsOption _transitions = new("The file of what people did with cases; a step is added to it");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_rules);
        _history.AddTo(command);
        _transitions.AddTo(command);
    }

    public string PathOf(ParseResult parsed) => _transitions.PathOf(parsed) ?? "";

    /// <summary>Null, and the exit code, where something of it is missing or wrong, which is said on standard error.</summary>
    /// <param name="newFile">What a file that is not there means.</param>
    public (ReplayOptions Options, TransitionFile File)? Open(ParseResult parsed, OutputOptions output, Surroundings surroundings, NewFile newFile, out int exitCode)
    {
        exitCode = ExitCode.Misuse;
        if (PathOf(parsed).Length == 0 && newFile == NewFile.Allowed)
        {
            surroundings.Error.Write("cxrules: say where it is written down: --transitions FILE, which may be a new one.\n");
            return null;
        }

        var history = _history.Open(parsed, parsed.GetRequiredValue(_rules), "a case", output.HasNoColor(parsed), surroundings);
        exitCode = history.ExitCode;
        if (history is not { Compiled: { } compiled, Source: { } source })
        {
            return null;
        }

        return _transitions.Read(parsed, compiled.Compilation.RuleSet.Project, output.HasNoColor(parsed), surroundings, out exitCode, newFile) is not { } file
            ? null
            : (new(compiled.Compilation.RuleSet, source, history.Files) { Transitions = file.Steps, Tellings = file.Tellings }, file);
    }

    /// <summary>Replays, with a progress bar on a terminal.</summary>
    public static ReplayResult Replay(ReplayOptions options, ParseResult parsed, OutputOptions output, Surroundings surroundings)
    {
        using var progress = surroundings.ErrorIsTerminal && !output.IsQuiet(parsed) ? new ProgressLine(surroundings.Error, surroundings.Time) : null;
        return Testing.Replays.Replay.Run(options, progress);
    }

    public static ZoneRules ZoneOf(ReplayOptions options) => options.RuleSet.Project.Zone ?? options.Source.Zone ?? ZoneRules.Utc;

    /// <summary>The case with an id; null, with a message, where there is none.</summary>
    public static ReplayCase? Find(ReplayResult result, string id, Surroundings surroundings)
    {
        var found = result.Cases.Where(@case => @case.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found is [var one])
        {
            return one;
        }

        var hint = found.Count > 1 ? $" {found.Count} cases begin like that: write more of it."
            : DidYouMean.Nearest(id, result.Cases.Select(@case => @case.Id)) is { } near ? $" Did you mean `{near}`?"
            : " `cxrules case list` shows all.";
        surroundings.Error.Write($"cxrules: there is no case `{id}`.{hint}\n");
        return null;
    }
}
