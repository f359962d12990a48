using CxRules.Language.Formatting;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Faults;

/// <summary>One token of a file spoiled.</summary>
/// <param name="Rule">The rule it stands in; −1: in none.</param>
/// <param name="Lines">Where its mistake may be reported: the line itself, and the end of the rule.</param>
internal sealed record Fault(string Kind, SourceText Text, string Token, int Rule, HashSet<int> Lines)
{
    private static readonly (string Kind, Func<string, Token, Token, string, string> Change)[] s_kinds =
    [
        ("delete", (text, token, _, _) => text.Remove(token.Span.Start, token.Span.Length)),
        ("duplicate", (text, token, _, _) => text.Insert(token.Span.End, $" {text[token.Span.Start..token.Span.End]}")),
        ("swap", (text, token, next, _) => text[..token.Span.Start] + text[next.Span.Start..next.Span.End] + text[token.Span.End..next.Span.Start] + text[token.Span.Start..token.Span.End] + text[next.Span.End..]),
        ("misspell", (text, token, _, _) => token.Span.Length < 3 ? text.Insert(token.Span.End, "q") : text.Remove(token.Span.Start + (token.Span.Length / 2), 1)),
        ("replace", (text, token, _, other) => text[..token.Span.Start] + other + text[token.Span.End..]),
    ];

    public static Fault Of(RuleFileSyntax file, Random random)
    {
        var at = random.Next(file.Tokens.Length - 2);
        var (token, next) = (file.Tokens[at], file.Tokens[at + 1]);
        var other = file.Text[file.Tokens[random.Next(file.Tokens.Length - 1)].Span];
        var kinds = Line(file.Text, token) == Line(file.Text, next) ? s_kinds : s_kinds.Where(row => row.Kind != "swap").ToArray();
        var (kind, change) = kinds[random.Next(kinds.Length)];
        var text = new SourceText(file.Text.File, change(file.Text.Content, token, next, other));
        var rule = Enumerable.Range(0, file.Rules.Length).LastOrDefault(index => Start(file, index) <= token.Span.Start, -1);
        var before = at > 0 ? file.Tokens[at - 1] : token;
        HashSet<int> lines = [Line(text, token), Line(text, next), Line(text, before)];
        var end = rule < 0 ? next : file.Tokens.Last(last => last.Span.Length > 0 && (rule + 1 >= file.Rules.Length || last.Span.Start < Start(file, rule + 1)));
        lines.Add(Line(text, end));
        return new(kind, text, file.Text[token.Span], rule, lines);
    }

    private static int Start(RuleFileSyntax file, int rule) => file.Rules[rule].Rows is { } rows ? Math.Min(rows.Span.Start, file.Rules[rule].Span.Start) : file.Rules[rule].Span.Start;

    private static int Line(SourceText text, Token token) => text.PositionOf(Math.Min(token.Span.Start, text.Content.Length)).Line;
}
