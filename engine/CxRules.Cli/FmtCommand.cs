using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using CxRules.Language.Diagnostics;
using CxRules.Language.Formatting;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Report;
using CxRules.Report.Checks;

namespace CxRules.Cli;

/// <summary>`cxrules fmt RULES`: rewrites rules in one canonical layout.</summary>
internal sealed class FmtCommand : Command
{
    private readonly RulesArgument _rules = new();
    private readonly Option<bool> _check = new("--check") { Description = "Change nothing: list the files that would change, and fail (exit code 3) if there are any" };
    private readonly NoColorOption _noColor = new();
    private readonly Surroundings _surroundings;

    public FmtCommand(Surroundings surroundings)
        : base("fmt", "Rewrites rules, .cxr and .yaml, in one canonical layout. Comments are kept; what rules mean never changes.")
    {
        _surroundings = surroundings;
        Arguments.Add(_rules);
        Options.Add(_check);
        Options.Add(_noColor);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        if (_rules.Load(parsed, _surroundings) is not { } load)
        {
            return ExitCode.Misuse;
        }

        var files = load.RuleSets.SelectMany(ruleSet => ruleSet.Texts.Rules).Select(RuleFormatter.Parse).ToImmutableArray();
        var broken = files.Where(IsBroken).ToImmutableArray();
        var changed = 0;
        var failed = false;
        foreach (var file in files.Except(broken))
        {
            var layout = RuleFormatter.Format(file);
            if (IsWritten(file.Text, layout))
            {
                continue;
            }

            if (!parsed.GetValue(_check) && !TryWrite(file.Text.File, layout))
            {
                failed = true;
                continue;
            }

            changed++;
            _surroundings.Out.Write($"{file.Text.File}\n");
        }

        ReportBroken(parsed, broken, [.. load.RuleSets.SelectMany(ruleSet => ruleSet.Diagnostics)]);
        ReportCount(parsed, files.Length, changed);
        var isWrong = broken.Length > 0 || load.RuleSets.Any(ruleSet => !ruleSet.Diagnostics.IsEmpty) || (changed > 0 && parsed.GetValue(_check));
        return failed ? ExitCode.Misuse : isWrong ? ExitCode.Errors : ExitCode.Fine;
    }

    private static bool IsBroken(RuleFileSyntax file) => file.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Byte for byte: a byte order mark or another encoding is another layout.</summary>
    private static bool IsWritten(SourceText text, string layout) =>
        text.Content == layout && File.ReadAllBytes(text.File).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(layout));

    private bool TryWrite(string path, string layout)
    {
        try
        {
            FileReplacement.Write(path, layout);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _surroundings.Error.Write($"cxrules: {path} is left as it is: {fault.Message}\n");
            return false;
        }
    }

    private void ReportBroken(ParseResult parsed, ImmutableArray<RuleFileSyntax> broken, ImmutableArray<Diagnostic> unreadable)
    {
        if (broken.IsEmpty && unreadable.IsEmpty)
        {
            return;
        }

        var errors = broken.SelectMany(file => file.Diagnostics).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var result = new CheckResult(broken.Length, broken.Sum(file => file.Rules.Length), [.. unreadable, .. errors]);
        CheckReport.Write(result, ReportFormat.Pretty, _surroundings.ErrorLayout(parsed.GetValue(_noColor)), _surroundings.Error);
        _surroundings.Error.Write("cxrules: files with errors are left as they are.\n");
    }

    private void ReportCount(ParseResult parsed, int files, int changed)
    {
        if (changed > 0 && parsed.GetValue(_check))
        {
            _surroundings.Error.Write($"cxrules: {changed} of {files} file{(files == 1 ? "" : "s")} would change: `cxrules fmt {parsed.GetRequiredValue(_rules)}` rewrites {(changed == 1 ? "it" : "them")}.\n");
        }
        else if (_surroundings.ErrorIsTerminal)
        {
            _surroundings.Error.Write(changed == 0 ? $"cxrules: nothing to change in {files} file{(files == 1 ? "" : "s")}.\n" : $"cxrules: {changed} of {files} file{(files == 1 ? "" : "s")} rewritten.\n");
        }
    }
}
