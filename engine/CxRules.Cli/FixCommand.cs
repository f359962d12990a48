using System.Collections.Immutable;
using System.CommandLine;
using CxRules.Language.Diagnostics;
using CxRules.Language.Fixing;
using CxRules.Language.Text;
using CxRules.Report;
using CxRules.Report.Checks;

namespace CxRules.Cli;

/// <summary>`cxrules fix RULES`: applies what the fixes of diagnostics say.</summary>
internal sealed class FixCommand : Command
{
    private readonly RulesArgument _rules = new();
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Change nothing: print what would change, as a patch" };
    private readonly NoColorOption _noColor = new();
    private readonly Surroundings _surroundings;

    public FixCommand(Surroundings surroundings)
        : base("fix", "Applies the fixes that `cxrules check` shows, in rules, project and sources, and says what remains.")
    {
        _surroundings = surroundings;
        Arguments.Add(_rules);
        Options.Add(_dryRun);
        Options.Add(_noColor);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        if (_rules.Load(parsed, _surroundings) is not { } load)
        {
            return ExitCode.Misuse;
        }

        var runs = load.RuleSets.Select(loaded => (Loaded: loaded, Result: RuleFixer.Run(loaded.Texts, _surroundings.Today))).ToImmutableArray();
        var changes = runs.SelectMany(run => run.Result.ChangedFrom(run.Loaded.Texts)).ToImmutableArray();
        var remaining = runs.Select(run => (run.Loaded with { Texts = run.Result.Texts }).Compile(_surroundings.Today)).ToImmutableArray();
        var check = new CheckResult(
            remaining.Sum(ruleSet => ruleSet.Loaded.Files),
            remaining.Sum(ruleSet => ruleSet.Compilation.Files.Sum(file => file.Rules.Length)),
            [.. remaining.SelectMany(ruleSet => ruleSet.Diagnostics)]);
        var written = parsed.GetValue(_dryRun)
            ? Show(parsed, changes, check)
            : Write(parsed, changes, [.. runs.SelectMany(run => run.Result.Fixed)], check);
        return !written ? ExitCode.Misuse : check.Errors > 0 ? ExitCode.Errors : ExitCode.Fine;
    }

    /// <summary>The patch alone on standard output, so that it can be applied.</summary>
    private bool Show(ParseResult parsed, ImmutableArray<(SourceText Before, SourceText After)> changes, CheckResult check)
    {
        foreach (var (before, after) in changes)
        {
            _surroundings.Out.Write(UnifiedDiff.Of(before.File, before.Content, after.Content));
        }

        if (!check.Diagnostics.IsEmpty)
        {
            CheckReport.Write(check, ReportFormat.Pretty, _surroundings.ErrorLayout(parsed.GetValue(_noColor)), _surroundings.Error);
        }

        return true;
    }

    private bool Write(ParseResult parsed, ImmutableArray<(SourceText Before, SourceText After)> changes, ImmutableArray<Diagnostic> fixedOnes, CheckResult check)
    {
        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, after) in changes)
        {
            try
            {
                FileReplacement.Write(after.File, after.Content);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                _surroundings.Error.Write($"cxrules: {after.File} is left as it is: {fault.Message}\n");
                failed.Add(after.File);
            }
        }

        var done = fixedOnes.Where(diagnostic => !failed.Contains(diagnostic.Text.File)).ToList();
        foreach (var diagnostic in done)
        {
            _surroundings.Out.Write($"fixed {diagnostic.Text.File}:{diagnostic.Start.Line}:{diagnostic.Start.Column} {diagnostic.Code}: {diagnostic.Fix?.Title}\n");
        }

        _surroundings.Out.Write(done.Count > 0 ? "\n" : "");
        CheckReport.Write(check, ReportFormat.Pretty, _surroundings.Layout(parsed.GetValue(_noColor)), _surroundings.Out);
        return failed.Count == 0;
    }
}
