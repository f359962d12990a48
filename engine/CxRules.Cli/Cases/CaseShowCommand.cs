using System.CommandLine;
using CxRules.Report.Lives;

namespace CxRules.Cli.Cases;

/// <summary>`cxrules case show RULES ID`.</summary>
internal sealed class CaseShowCommand : Command
{
    private readonly CaseInput _input = new();
    private readonly OutputOptions _output = new();
    private readonly Argument<string> _id = new("ID") { Description = "The id of the case, or how it begins" };

    public CaseShowCommand(Surroundings surroundings)
        : base("show", "Shows the life of a case, what its fix is judged by, and who can do what next.")
    {
        _input.AddTo(this);
        Arguments.Add(_id);
        _output.AddTo(this);
        SetAction(parsed => Run(parsed, surroundings));
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        if (_input.Open(parsed, _output, surroundings, NewFile.Refused, out var exitCode) is not var (options, _))
        {
            return exitCode;
        }

        var result = CaseInput.Replay(options, parsed, _output, surroundings);
        return CaseInput.Find(result, parsed.GetRequiredValue(_id), surroundings) is { } found
            && _output.Write(parsed, surroundings, (format, layout, output) => CaseLifeReport.Write(result, found, format, layout, output)) ? ExitCode.Fine : ExitCode.Misuse;
    }
}
