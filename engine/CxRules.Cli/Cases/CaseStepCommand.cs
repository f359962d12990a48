using System.Collections.Immutable;
using System.CommandLine;
using CxRules.Language.Transitions;
using CxRules.Model.Cases;
using CxRules.Report.Lives;

namespace CxRules.Cli.Cases;

/// <summary>`cxrules case accept RULES ID`, and all other steps that people take: one command for each row of the table.</summary>
internal sealed class CaseStepCommand : Command
{
    private static readonly Dictionary<string, string> s_aliases = new() { ["because"] = "--reason", ["review by"] = "--review", ["owners"] = "--owner" };

    private readonly CaseVerb _verb;
    private readonly CaseInput _input = new();
    private readonly CaseAuthor _author = new();
    private readonly OutputOptions _output = new();
    private readonly Argument<string> _id = new("ID") { Description = "The id of the case" };
    private readonly ImmutableArray<(StepKey Key, Option<string[]> Option)> _keys;

    public CaseStepCommand(CaseVerb verb, Surroundings surroundings)
        : base(verb.Name, $"{verb.Doc} A step of {string.Join(" or ", verb.Roles.Select(role => CaseLifeReport.NameOf(role)))}.")
    {
        _verb = verb;
        _input.AddTo(this);
        Arguments.Add(_id);
        _author.AddTo(this);
        _keys = [.. StepKey.Of(verb.To).Select(key => (key, OptionOf(key)))];
        foreach (var (_, option) in _keys)
        {
            Options.Add(option);
        }

        _output.AddTo(this);
        SetAction(parsed => Run(parsed, surroundings));
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        var missing = _keys.Where(entry => entry.Key.IsNeeded && parsed.GetValue(entry.Option) is not { Length: > 0 }).ToList();
        if (missing.Count > 0)
        {
            surroundings.Error.Write($"cxrules: a case that is {CaseStandings.NameOf(_verb.To)} needs {string.Join(" and ", missing.Select(entry => $"{entry.Option.Name} {Example(entry.Key)}"))}.\n");
            return ExitCode.Misuse;
        }

        return new CaseEntry(_input, _output, surroundings).Add(parsed, parsed.GetRequiredValue(_id), TransitionFileWriter.Steps, options =>
        [
            new("state", [CaseStandings.NameOf(_verb.To)]),
            .. _author.Read(parsed, CaseInput.ZoneOf(options), surroundings.Time),
            .. _keys.Where(entry => parsed.GetValue(entry.Option) is { Length: > 0 })
                .Select(entry => KeyValuePair.Create(entry.Key.Name, (parsed.GetValue(entry.Option) ?? []).ToImmutableArray())),
        ]);
    }

    private static string Example(StepKey key) => key.Example.Contains(' ', StringComparison.Ordinal) ? $"\"{key.Example}\"" : key.Example;

    private static Option<string[]> OptionOf(StepKey key)
    {
        var option = new Option<string[]>($"--{key.Name.Replace(' ', '-')}")
        {
            Description = key.Doc,
            HelpName = key.Example,
            Arity = key.IsList ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne,
            CustomParser = result => [.. result.Tokens.Select(token => token.Value)],
            DefaultValueFactory = _ => [],
        };
        if (s_aliases.TryGetValue(key.Name, out var alias))
        {
            option.Aliases.Add(alias);
        }

        return option;
    }
}
