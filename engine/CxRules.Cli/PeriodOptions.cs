using System.CommandLine;

namespace CxRules.Cli;

/// <summary>`--from` and `--to`: the local days on which rules are evaluated.</summary>
internal sealed class PeriodOptions
{
    private readonly Option<DateOnly?> _from = new("--from") { Description = "First local day on which rules are evaluated", HelpName = "yyyy-MM-dd", CustomParser = DayArgument.Read };

    private readonly Option<DateOnly?> _to = new("--to") { Description = "Last such day, inclusive", HelpName = "yyyy-MM-dd", CustomParser = DayArgument.Read };

    public void AddTo(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_to);
    }

    public DateOnly? From(ParseResult parsed) => parsed.GetValue(_from);

    public DateOnly? To(ParseResult parsed) => parsed.GetValue(_to);

    /// <summary>What is wrong with the two together; null: nothing.</summary>
    public string? Problem(ParseResult parsed) => From(parsed) is { } from && To(parsed) is { } to && from > to ? $"--from {from:yyyy-MM-dd} is after --to {to:yyyy-MM-dd}." : null;
}
