using System.Collections.Immutable;
using System.CommandLine;
using CxRules.Compiler.Limits;
using CxRules.Report;
using CxRules.Report.Checks;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli;

/// <summary>The options of every command that runs rules over a history, and how both are found.</summary>
internal sealed class HistoryOptions
{
    private readonly Option<string[]> _history = new("--history")
    {
        Description = "The contacts: files or patterns, plain or .gz. Without it, the project's `history: { files: … }`",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _source = new("--source") { Description = "The name of the *.source.yaml that describes the history, where there are several", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Options.Add(_history);
        command.Options.Add(_source);
    }

    /// <summary>Loads the rules and finds the history; says on standard error why not.</summary>
    /// <param name="what">`a replay`: is of one rule set.</param>
    public OpenedHistory Open(ParseResult parsed, string rules, string what, bool noColor, Surroundings surroundings)
    {
        var load = RuleSetLoader.Load(rules);
        if (load.Problem is { } problem)
        {
            return Refuse(problem, surroundings);
        }

        if (load.RuleSets is not [var loaded])
        {
            return Refuse($"`{rules}` holds {load.RuleSets.Length} rule sets, and {what} is of one: {string.Join(", ", load.RuleSets.Select(ruleSet => $"`{ruleSet.Path}`"))}.", surroundings);
        }

        var compiled = loaded.Compile(surroundings.Today);
        var files = Files(parsed, compiled, out problem);
        if (problem is null)
        {
            var beside = RuleSetLoader.WithSourcesBeside(loaded, files);
            compiled = ReferenceEquals(beside, loaded) ? compiled : beside.Compile(surroundings.Today);
        }

        var check = Check(compiled);
        var mistakes = compiled.HasErrors ? check.Diagnostics : RuntimeLimits.Find(compiled.Compilation);
        if (!mistakes.IsEmpty)
        {
            CheckReport.Write(check with { Diagnostics = mistakes }, ReportFormat.Pretty, surroundings.ErrorLayout(noColor), surroundings.Error);
            return OpenedHistory.Failed(ExitCode.Errors);
        }

        if (problem is not null)
        {
            return Refuse(problem, surroundings);
        }

        var choice = SourceChoice.Of(compiled, parsed.GetValue(_source));
        return choice.Source is { } source ? new(compiled, source, files, ExitCode.Fine) : Refuse(choice.Problem ?? "", surroundings);
    }

    public static CheckResult Check(CompiledRuleSet compiled) =>
        new(compiled.Loaded.Files, compiled.Compilation.Files.Sum(file => file.Rules.Length), compiled.Diagnostics);

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

    private static OpenedHistory Refuse(string problem, Surroundings surroundings)
    {
        surroundings.Error.Write($"cxrules: {problem}\n");
        return OpenedHistory.Failed(ExitCode.Misuse);
    }
}
