using System.CommandLine;
using System.CommandLine.Parsing;
using CxRules.Language.Diagnostics;
using CxRules.Report;

namespace CxRules.Cli;

/// <summary>The options that every reporting command has: what to write, where, and when to fail.</summary>
internal sealed class OutputOptions
{
    private static readonly Dictionary<string, ReportFormat> s_formats = Enum.GetValues<ReportFormat>().ToDictionary(format => format.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, DiagnosticSeverity> s_levels = new(StringComparer.OrdinalIgnoreCase) { ["error"] = DiagnosticSeverity.Error, ["warning"] = DiagnosticSeverity.Warning };

    private readonly Option<ReportFormat> _format = new("--format")
    {
        Description = "How standard output is written: pretty, json, markdown or html",
        HelpName = "FORMAT",
        CustomParser = result => Named(result, s_formats, "format"),
        DefaultValueFactory = _ => ReportFormat.Pretty,
    };

    private readonly Option<ReportFile[]> _reports = new("--report")
    {
        Description = "Also write a report to a file: html=cases.html. May be given several times",
        HelpName = "FORMAT=FILE",
        CustomParser = result => [.. result.Tokens.Select(token => ReadReport(result, token.Value)).OfType<ReportFile>()],
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Only results and errors: no hints on standard error" };

    private readonly NoColorOption _noColor = new();

    private readonly Option<DiagnosticSeverity> _failLevel = new("--fail-level")
    {
        Description = "What makes the command fail: error, or warning (exit code 2)",
        HelpName = "LEVEL",
        CustomParser = result => Named(result, s_levels, "level"),
        DefaultValueFactory = _ => DiagnosticSeverity.Error,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_reports);
        command.Options.Add(_quiet);
        command.Options.Add(_noColor);
        command.Options.Add(_failLevel);
    }

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    public bool HasNoColor(ParseResult parsed) => parsed.GetValue(_noColor);

    public bool FailsOnWarnings(ParseResult parsed) => parsed.GetValue(_failLevel) == DiagnosticSeverity.Warning;

    /// <summary>Writes results to standard output and to the files asked for; false, with a message, where a file cannot be written.</summary>
    public bool Write(ParseResult parsed, Surroundings surroundings, Action<ReportFormat, ReportLayout, TextWriter> write)
    {
        write(parsed.GetValue(_format), surroundings.Layout(HasNoColor(parsed)), surroundings.Out);
        var written = true;
        foreach (var report in parsed.GetValue(_reports) ?? [])
        {
            written &= Write(report, surroundings.Error, write);
        }

        return written;
    }

    private static bool Write(ReportFile report, TextWriter error, Action<ReportFormat, ReportLayout, TextWriter> write)
    {
        try
        {
            using var file = new StreamWriter(report.Path);
            write(report.Format, ReportLayout.Plain, file);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.Write($"cxrules: the report `{report.Path}` cannot be written: {fault.Message}\n");
            return false;
        }
    }

    private static T Named<T>(ArgumentResult result, Dictionary<string, T> names, string what)
        where T : struct
    {
        var name = result.Tokens is [var token, ..] ? token.Value : "";
        if (names.TryGetValue(name, out var value))
        {
            return value;
        }

        result.AddError($"there is no {what} `{name}`: {string.Join(", ", names.Keys)}");
        return default;
    }

    private static ReportFile? ReadReport(ArgumentResult result, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at > 0 && at < text.Length - 1 && s_formats.TryGetValue(text[..at], out var format))
        {
            return new(format, text[(at + 1)..]);
        }

        result.AddError($"`--report {text}` is not FORMAT=FILE, with a format out of {string.Join(", ", s_formats.Keys)}");
        return null;
    }

    private sealed record ReportFile(ReportFormat Format, string Path);
}
