using System.CommandLine;
using System.CommandLine.Parsing;
using CxRules.Language.Diagnostics;
using CxRules.Language.Formatting;
using CxRules.Report;
using CxRules.Report.Checks;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli;

/// <summary>`cxrules convert FILE --to cxr|yaml`: the same rules in the other spelling, on standard output.</summary>
internal sealed class ConvertCommand : Command
{
    private static readonly Dictionary<string, RuleSpelling> s_spellings = new(StringComparer.OrdinalIgnoreCase) { ["cxr"] = RuleSpelling.Sentences, ["yaml"] = RuleSpelling.Yaml };

    private readonly Argument<string> _file = new("FILE") { Description = "A file of rules, .cxr or .yaml" };

    private readonly Option<RuleSpelling> _to = new("--to")
    {
        Description = "The spelling to write: cxr (sentences) or yaml (keys)",
        HelpName = "cxr|yaml",
        Required = true,
        CustomParser = Spelling,
    };

    private readonly NoColorOption _noColor = new();
    private readonly Surroundings _surroundings;

    public ConvertCommand(Surroundings surroundings)
        : base("convert", "Writes a file of rules in the other spelling to standard output: sentences as YAML, YAML as sentences. Comments are kept.")
    {
        _surroundings = surroundings;
        Arguments.Add(_file);
        Options.Add(_to);
        Options.Add(_noColor);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_file);
        if (Directory.Exists(path))
        {
            return Refuse($"`{path}` is a folder: convert one file at a time, for example `cxrules convert {Path.Combine(path, "billing.cxr")} --to yaml > {Path.Combine(path, "billing.yaml")}`.");
        }

        var load = RuleSetLoader.Load(path);
        if (load.Problem is { } problem)
        {
            return Refuse(problem);
        }

        if (load.RuleSets is not [{ Texts.Rules: [var text] } ruleSet])
        {
            var unreadable = load.RuleSets.SelectMany(set => set.Diagnostics).ToList();
            return unreadable.Count > 0 ? Refuse(parsed, unreadable) : Refuse($"`{path}` is no file of rules: those end in `.cxr` or `.yaml`.");
        }

        var file = RuleFormatter.Parse(text);
        var errors = file.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            return Refuse(parsed, errors);
        }

        _surroundings.Out.Write(RuleFormatter.Convert(file, parsed.GetValue(_to)));
        return ExitCode.Fine;
    }

    private int Refuse(ParseResult parsed, List<Diagnostic> errors)
    {
        CheckReport.Write(new(1, 0, [.. errors]), ReportFormat.Pretty, _surroundings.ErrorLayout(parsed.GetValue(_noColor)), _surroundings.Error);
        return ExitCode.Errors;
    }

    private int Refuse(string problem)
    {
        _surroundings.Error.Write($"cxrules: {problem}\n");
        return ExitCode.Misuse;
    }

    private static RuleSpelling Spelling(ArgumentResult result)
    {
        var name = result.Tokens is [var token, ..] ? token.Value : "";
        if (s_spellings.TryGetValue(name, out var spelling))
        {
            return spelling;
        }

        result.AddError($"there is no spelling `{name}`: cxr, yaml");
        return default;
    }
}
