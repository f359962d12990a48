using System.Text.RegularExpressions;
using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>The part of a YAML rule file that one entry at its top, or one rule of its list, takes up to a position: the rest may be broken.</summary>
/// <param name="Content">A document by itself.</param>
/// <param name="Shift">What is added to a place in it for the place in the file.</param>
internal sealed partial record YamlItemText(string Content, int Shift)
{
    private const string Rules = "rules:\n";

    public static YamlItemText Before(SourceText text, int position)
    {
        var line = text.PositionOf(position).Line;
        var top = line;
        while (top > 1 && !TopKey().IsMatch(LineOf(text, top)))
        {
            top--;
        }

        var start = text.Line(top).Start;
        if (top == line || !LineOf(text, top).StartsWith("rules", StringComparison.Ordinal))
        {
            return new(text.Content[start..position], start);
        }

        var item = ItemLine(text, top, line);
        return item == top
            ? new(text.Content[start..position], start)
            : new(Rules + text.Content[text.Line(item).Start..position], text.Line(item).Start - Rules.Length);
    }

    /// <summary>The line where the rule begins that a line belongs to; the line of the key where there is none.</summary>
    private static int ItemLine(SourceText text, int top, int line)
    {
        var indent = -1;
        for (var i = top + 1; i <= line && indent < 0; i++)
        {
            indent = Dash().Match(LineOf(text, i)) is { Success: true } dash ? dash.Groups[1].Length : -1;
        }

        for (var i = line; i > top && indent >= 0; i--)
        {
            if (Dash().Match(LineOf(text, i)) is { Success: true } dash && dash.Groups[1].Length == indent)
            {
                return i;
            }
        }

        return top;
    }

    private static string LineOf(SourceText text, int line) => text[text.Line(line)];

    [GeneratedRegex(@"^\uFEFF?[\p{L}\p{N}""'][^#]*:")]
    private static partial Regex TopKey();

    [GeneratedRegex(@"^( *)-(\s|\z)")]
    private static partial Regex Dash();
}
