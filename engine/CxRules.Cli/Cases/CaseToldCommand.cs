using System.Collections.Immutable;
using System.CommandLine;
using CxRules.Language.Transitions;

namespace CxRules.Cli.Cases;

/// <summary>`cxrules case told RULES ID`: closes the loop with those who spoke up, one by one or all together.</summary>
internal sealed class CaseToldCommand : Command
{
    private readonly CaseInput _input = new();
    private readonly CaseAuthor _author = new();
    private readonly OutputOptions _output = new();
    private readonly Argument<string> _id = new("ID") { Description = "The id of the case" };
    private readonly Option<string[]> _customers = Names("--customers", "Keys of customers who were told, or `all` who had spoken up by then");
    private readonly Option<string[]> _agents = Names("--agents", "Agents who were told, or `all` who had taken such a contact by then");

    public CaseToldCommand(Surroundings surroundings)
        : base("told", "Those who spoke up have heard what became of it. The loop lists of a case count them.")
    {
        _input.AddTo(this);
        Arguments.Add(_id);
        _author.AddTo(this);
        Options.Add(_customers);
        Options.Add(_agents);
        _output.AddTo(this);
        SetAction(parsed => Run(parsed, surroundings));
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> told =
        [
            .. new[] { (Key: "customers", Names: parsed.GetValue(_customers) ?? []), (Key: "agents", Names: parsed.GetValue(_agents) ?? []) }
                .Where(entry => entry.Names.Length > 0).Select(entry => KeyValuePair.Create(entry.Key, entry.Names.ToImmutableArray())),
        ];
        if (told.IsEmpty)
        {
            surroundings.Error.Write("cxrules: say who was told: --customers all, or --agents all, or their keys.\n");
            return ExitCode.Misuse;
        }

        return new CaseEntry(_input, _output, surroundings).Add(parsed, parsed.GetRequiredValue(_id), TransitionFileWriter.Tellings, options =>
            [.. _author.Read(parsed, CaseInput.ZoneOf(options), surroundings.Time), .. told]);
    }

    private static Option<string[]> Names(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "KEY",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };
}
