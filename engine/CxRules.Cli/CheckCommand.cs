using System.Collections.Immutable;
using System.CommandLine;
using CxRules.Report.Checks;

namespace CxRules.Cli;

/// <summary>`cxrules check RULES`: everything that is wrong with rules, projects and sources.</summary>
internal sealed class CheckCommand : Command
{
    private readonly RulesArgument _rules = new();
    private readonly OutputOptions _output = new();
    private readonly Surroundings _surroundings;

    public CheckCommand(Surroundings surroundings)
        : base("check", "Says what is wrong with rules, and what to write instead.")
    {
        _surroundings = surroundings;
        Arguments.Add(_rules);
        _output.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        if (_rules.Load(parsed, _surroundings) is not { } load)
        {
            return ExitCode.Misuse;
        }

        var ruleSets = load.RuleSets.Select(ruleSet => ruleSet.Compile(_surroundings.Today)).ToImmutableArray();
        var result = new CheckResult(
            ruleSets.Sum(ruleSet => ruleSet.Loaded.Files),
            ruleSets.Sum(ruleSet => ruleSet.Compilation.Files.Sum(file => file.Rules.Length)),
            [.. ruleSets.SelectMany(ruleSet => ruleSet.Diagnostics)]);
        if (!_output.Write(parsed, _surroundings, (format, layout, output) => CheckReport.Write(result, format, layout, output)))
        {
            return ExitCode.Misuse;
        }

        return result switch
        {
            { Errors: > 0 } => ExitCode.Errors,
            { Warnings: > 0 } when _output.FailsOnWarnings(parsed) => ExitCode.Warnings,
            _ => ExitCode.Fine,
        };
    }
}
