using System.Text.RegularExpressions;

namespace CxRules.Cli.Tests;

/// <summary>A place of README.md that shows what a command prints.</summary>
/// <param name="Marker">The line of the comment: `&lt;!-- output 12+8 --&gt;` shows the first 12 lines and the last 8; `all` shows all.</param>
/// <param name="Command">The command in the block above it, without the program's name.</param>
/// <param name="Slip">`, with A written as B in FILE`; null: as it is.</param>
internal sealed partial record ReadmeBlock(int Marker, string Command, int? First, int Last, (string Right, string Wrong, string File)? Slip)
{
    private const string Program = "cxrules ";
    private const string Run = "dotnet run -c Release --project engine/CxRules.Cli -- ";
    private const string Gap = "…";

    public static IEnumerable<string> Commands(string[] lines) => lines.Select(CommandOf).OfType<string>();

    public static IEnumerable<ReadmeBlock> All(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Comment().Match(lines[i]) is not { Success: true } match)
            {
                continue;
            }

            var command = Commands(lines[..i]).Last();
            var slip = match.Groups["right"].Success ? (match.Groups["right"].Value, match.Groups["wrong"].Value, match.Groups["file"].Value) : default((string, string, string)?);
            yield return match.Groups["first"].Success
                ? new(i, command, int.Parse(match.Groups["first"].ValueSpan), int.Parse(match.Groups["last"].ValueSpan), slip)
                : new(i, command, null, 0, slip);
        }
    }

    /// <summary>The lines between the fences below the marker; none where there is no block yet.</summary>
    public (int From, string[] Lines) Written(string[] lines)
    {
        var open = Marker + 1;
        if (open >= lines.Length || lines[open] != "```text")
        {
            return (open, []);
        }

        var close = Array.IndexOf(lines, "```", open + 1);
        return (open, lines[(open + 1)..close]);
    }

    /// <summary>What the README shows of an output.</summary>
    public string[] Shorten(string[] output) => First is { } first && output.Length > first + Last + 1
        ? [.. output[..first].AsEnumerable().Reverse().SkipWhile(line => line.Length == 0).Reverse(), Gap, .. output[^Last..].SkipWhile(line => line.Length == 0)]
        : output;

    /// <summary>Whether a line `…` stands for each stretch that the output has more.</summary>
    public static bool Fits(ReadOnlySpan<string> written, ReadOnlySpan<string> output)
    {
        while (written.Length > 0 && written[0] != Gap)
        {
            if (output.Length == 0 || output[0] != written[0])
            {
                return false;
            }

            written = written[1..];
            output = output[1..];
        }

        if (written.Length == 0)
        {
            return output.Length == 0;
        }

        for (var skipped = 0; skipped <= output.Length; skipped++)
        {
            if (Fits(written[1..], output[skipped..]))
            {
                return true;
            }
        }

        return false;
    }

    private static string? CommandOf(string line)
    {
        var text = line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : "";
        return text.StartsWith(Program, StringComparison.Ordinal) ? text[Program.Length..] : text.StartsWith(Run, StringComparison.Ordinal) ? text[Run.Length..] : null;
    }

    [GeneratedRegex(@"^<!-- output (?:all|(?<first>\d+)\+(?<last>\d+))(?:, with (?<right>\S+) written as (?<wrong>\S+) in (?<file>\S+))? -->$")]
    private static partial Regex Comment();
}
