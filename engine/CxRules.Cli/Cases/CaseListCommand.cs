using System.CommandLine;
using CxRules.Language.Diagnostics;
using CxRules.Model.Cases;
using CxRules.Report.Lives;

namespace CxRules.Cli.Cases;

/// <summary>`cxrules case list RULES`.</summary>
internal sealed class CaseListCommand : Command
{
    private readonly CaseInput _input = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string?> _state = new("--state") { Description = "Only those that are so: declined, verifying, …", HelpName = "STATE" };
    private readonly Option<string?> _owner = new("--owner") { Description = "Only those of an owner", HelpName = "NAME" };

    public CaseListCommand(Surroundings surroundings)
        : base("list", "Lists cases with their state, owner and cost.")
    {
        _input.AddTo(this);
        Options.Add(_state);
        Options.Add(_owner);
        _output.AddTo(this);
        SetAction(parsed => Run(parsed, surroundings));
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        var state = default(CaseStanding?);
        if (parsed.GetValue(_state) is { } name)
        {
            if (!CaseStandings.TryFind(name, out var standing))
            {
                surroundings.Error.Write($"cxrules: `{name}` is no state of a case.{(DidYouMean.Nearest(name, CaseStandings.Names) is { } near ? $" Did you mean `{near}`?" : "")} There are: {string.Join(", ", CaseStandings.Names)}.\n");
                return ExitCode.Misuse;
            }

            state = standing;
        }

        if (_input.Open(parsed, _output, surroundings, NewFile.Refused, out var exitCode) is not var (options, _))
        {
            return exitCode;
        }

        var result = CaseInput.Replay(options, parsed, _output, surroundings);
        var owner = parsed.GetValue(_owner);
        var wanted = result.Cases
            .Where(@case => (state is null || @case.Life.Standing == state) && (owner is null || @case.Owners.Contains(owner, StringComparer.OrdinalIgnoreCase)));
        return _output.Write(parsed, surroundings, (format, layout, output) => CaseListReport.Write(result, [.. wanted], format, layout, output)) ? ExitCode.Fine : ExitCode.Misuse;
    }
}
