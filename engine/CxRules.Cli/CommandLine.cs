using System.CommandLine;
using System.CommandLine.Parsing;
using CxRules.Cli.Cases;
using CxRules.Language.Diagnostics;
using CxRules.Streams;

namespace CxRules.Cli;

/// <summary>`cxrules`: finds the command, runs it, and turns whatever goes wrong into a sentence and an exit code.</summary>
internal static class CommandLine
{
    private static readonly string[] s_help = ["--help", "-h", "-?", "/?", "/h", "help"];

    /// <summary>What one probably wanted who gave a command too much.</summary>
    private static readonly Dictionary<string, string> s_hints = new()
    {
        ["check"] = " Check takes one file or folder at a time; a folder above several rule sets checks them all.",
        ["replay"] = " A history is given as `--history FILE`.",
        ["explain"] = " What to explain is named by an option: --case ID, --contact ID, or --rule ID --at DAY.",
        ["report"] = " What to report is named by an option: --pareto, --portfolio, --owner NAME, --case ID, --causes, --channels or --satisfaction.",
        ["fmt"] = " Fmt takes one file or folder at a time; a folder above several rule sets formats them all.",
        ["fix"] = " Fix takes one file or folder at a time; a folder above several rule sets fixes them all.",
        ["convert"] = " Convert takes one file at a time, and writes to standard output: `cxrules convert FILE --to yaml > NEW.yaml`.",
    };

    public static int Run(string[] args, Surroundings surroundings)
    {
        try
        {
            if (args.Length == 0 || (args.Length == 1 && s_help.Contains(args[0])))
            {
                surroundings.Out.Write(Welcome.Text);
                return ExitCode.Fine;
            }

            if (args is ["--version"])
            {
                surroundings.Out.Write($"cxrules {Welcome.Version}\n");
                return ExitCode.Fine;
            }

            var root = new RootCommand("Finds failure demand in contacts and routes it, with its price, to whoever can remove the cause.")
            {
                new CheckCommand(surroundings),
                new FmtCommand(surroundings),
                new FixCommand(surroundings),
                new ConvertCommand(surroundings),
                new InitCommand(surroundings),
                new ReplayCommand(surroundings),
                new ExplainCommand(surroundings),
                new ReportCommand(surroundings),
                new CaseCommand(surroundings),
            };
            var parsed = root.Parse(args);
            return parsed.Errors.Count > 0 && !parsed.Tokens.Any(token => s_help.Contains(token.Value))
                ? Refuse(parsed, surroundings.Error)
                : parsed.Invoke(new() { Output = surroundings.Out, Error = surroundings.Error, EnableDefaultExceptionHandler = false });
        }
        catch (HistoryException fault)
        {
            surroundings.Error.Write($"cxrules: {fault.File}{(fault.Line > 0 ? $":{fault.Line}" : "")}: {fault.Code}: {fault.Message}\n");
            return ExitCode.Misuse;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.Write($"cxrules: {fault.Message}\n");
            return ExitCode.Misuse;
        }
        catch (Exception fault)
        {
            return InternalFault.Report(fault, args, surroundings.Error);
        }
    }

    private static int Refuse(ParseResult parsed, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        var path = PathOf(command);
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            var isOption = word.StartsWith('-');
            var names = isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(child => child.Name);
            var kind = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
            var nearest = DidYouMean.Nearest(word, names) is { } name ? $" Did you mean `{name}`?" : "";
            var hint = nearest.Length > 0 || isOption || command is RootCommand ? nearest
                : s_hints.GetValueOrDefault(command.Name, "");
            error.Write($"cxrules: there is no {kind} `{word}`{(command is RootCommand ? "" : $" of `cxrules {path}`")}.{hint}\n");
        }
        else if (command is not InitCommand && command.Arguments.Count > 0 && parsed.CommandResult.GetResult(command.Arguments[0]) is not { Tokens.Count: > 0 })
        {
            error.Write(command is ConvertCommand
                ? "cxrules: say which file: `cxrules convert FILE --to cxr` or `--to yaml`.\n"
                : $"cxrules: say which rules: `cxrules {path} RULES`, a file of rules or a folder with a cxrules.yaml.\n");
        }
        else
        {
            foreach (var mistake in parsed.Errors.Select(mistake => mistake.Message).Distinct(StringComparer.Ordinal))
            {
                error.Write($"cxrules: {mistake}\n");
            }
        }

        error.Write($"See `cxrules {(path.Length == 0 ? "" : path + " ")}--help`.\n");
        return ExitCode.Misuse;
    }

    /// <summary>`case accept`; empty for the program itself.</summary>
    private static string PathOf(Command command) =>
        command is RootCommand ? "" : string.Join(' ', command.Parents.OfType<Command>().Select(PathOf).Append(command.Name).Where(name => name.Length > 0));
}
