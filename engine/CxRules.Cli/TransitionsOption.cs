using System.Collections.Immutable;
using System.CommandLine;
using CxRules.Language.Diagnostics;
using CxRules.Model.Projects;
using CxRules.Report;
using CxRules.Report.Checks;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli;

/// <summary>`--transitions`: what people did with cases.</summary>
/// <param name="description">What it is for.</param>
internal sealed class TransitionsOption(string description)
{
    private readonly Option<string?> _file = new("--transitions") { Description = description, HelpName = "FILE" };

    /// <summary>For a command that reads the file.</summary>
    public TransitionsOption()
        : this("What people did with cases: a YAML file of who accepted, declined or mended what, and when")
    {
    }

    public void AddTo(Command command) => command.Options.Add(_file);

    /// <summary>Null where none is named.</summary>
    public string? PathOf(ParseResult parsed) => parsed.GetValue(_file);

    /// <summary>The file; null, with the exit code, where the user has been told what is wrong with it.</summary>
    /// <param name="newFile">What a file that is not there means.</param>
    public TransitionFile? Read(ParseResult parsed, Project project, bool noColor, Surroundings surroundings, out int exitCode, NewFile newFile = NewFile.Refused)
    {
        exitCode = ExitCode.Fine;
        if (PathOf(parsed) is not { } path || (newFile == NewFile.Allowed && !Path.Exists(path)))
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

/// <summary>What a file that is not there means.</summary>
internal enum NewFile
{
    Allowed,
    Refused,
}
