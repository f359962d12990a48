using System.Collections.Immutable;
using System.CommandLine;
using CxRules.Language.Diagnostics;
using CxRules.Model.Projects;
using CxRules.Report;
using CxRules.Report.Checks;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli;

/// <summary>`--transitions`: what people did with cases.</summary>
internal sealed class TransitionsOption
{
    private readonly Option<string?> _file = new("--transitions") { Description = "What people did with cases: a YAML file of who accepted, declined or mended what, and when", HelpName = "FILE" };

    public void AddTo(Command command) => command.Options.Add(_file);

    /// <summary>The file; null, with the exit code, where the user has been told what is wrong with it.</summary>
    public TransitionFile? Read(ParseResult parsed, Project project, bool noColor, Surroundings surroundings, out int exitCode)
    {
        exitCode = ExitCode.Fine;
        if (parsed.GetValue(_file) is not { } path)
        {
            return TransitionFile.None;
        }

        var file = TransitionFile.Load(path, project);
        if (file.Problem is { } problem)
        {
            surroundings.Error.Write($"cxrules: {problem}\n");
            exitCode = ExitCode.Misuse;
            return null;
        }

        if (file.Diagnostics.IsEmpty)
        {
            return file;
        }

        Report(file.Diagnostics, noColor, surroundings);
        exitCode = ExitCode.Errors;
        return null;
    }

    /// <summary>Says on standard error what is wrong with steps.</summary>
    public static void Report(ImmutableArray<Diagnostic> diagnostics, bool noColor, Surroundings surroundings) =>
        CheckReport.Write(new(1, 0, diagnostics), ReportFormat.Pretty, surroundings.ErrorLayout(noColor), surroundings.Error);
}
