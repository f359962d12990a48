using CxRules.Language.Text;

namespace CxRules.Fuzzing.Hostile;

/// <summary>
/// A text that grows in step with a number, made to hurt. The number is large enough for both texts to outgrow the youngest generation of
/// the collector: where only the longer one does, copying what lives looks like growth.
/// </summary>
internal sealed record HostileText(string Name, string File, int Size, Func<int, string> Make)
{
    public SourceText Of(int size) => new(File, Make(size));
}

internal static class HostileTexts
{
    private const string Rule = "rule a\n if ";
    private const string Then = "\n then route to Billing\n";

    public static readonly HostileText[] All =
    [
        Sentence("deep parentheses", 20_000, n => Rule + Times("(", n) + "csat > 1" + Times(")", n) + Then),
        Sentence("many not", 20_000, n => Rule + Times("not ", n) + "cancelled" + Then),
        Sentence("a long chain of and", 8_000, n => Rule + Times("csat > 1 and ", n) + "cancelled" + Then),
        Sentence("a long chain of and, or and not", 4_000, n => Rule + Times("csat > 1 and not (cancelled or csat = 1) or ", n / 4) + "cancelled" + Then),
        Sentence("a long list", 20_000, n => Rule + "disposition in (" + Times("billing, ", n) + "x)" + Then),
        Sentence("a long word", 200_000, n => Rule + "disposition = " + Times("a-", n) + "a" + Then),
        Sentence("hyphens without a word", 100_000, n => Rule + "disposition = a" + Times("-", n) + Then),
        Sentence("a long text", 100_000, n => Rule + "text contains \"" + Times("\\\"x", n) + "\"" + Then),
        Sentence("many clauses", 10_000, n => Rule + "csat > 1\n" + Times(" then route to Billing\n", n)),
        Sentence("many clauses twice", 20_000, n => Rule + "csat > 1\n" + Times(" severity high\n", n) + Then),
        Sentence("many rules", 2_000, n => string.Concat(Enumerable.Range(0, n).Select(i => $"rule a-{i}\n if csat > 1{Then}"))),
        Sentence("rules that suppress each the next", 2_000, n => string.Concat(Enumerable.Range(0, n).Select(i => $"rule a-{i}\n if weekly volume > 1\n then suppress a-{(i + 1) % n}\n"))),
        Sentence("unclosed quotes", 20_000, n => Rule + Times("\"x\n", n) + Then),
        Sentence("many mistakes", 3_000, n => string.Concat(Enumerable.Range(0, n).Select(i => $"rule a-{i}\n if csat >\n thn rout to\n"))),
        Sentence("arithmetic", 10_000, n => Rule + "weekly volume > 1" + Times(" + 1", n) + Then),
        Sentence("a list without an end", 20_000, n => "define a as (" + Times("(b, ", n) + "\n"),
        Sentence("definitions of each other", 2_000, n => string.Concat(Enumerable.Range(0, n).Select(i => $"define a-{i} as a-{(i + 1) % n}\n"))),
        Sentence("a heavy pattern", 2_000, n => Rule + "text matches /" + Times("(a|b)*c?", n) + "/" + Then),
        Yaml("deep flow", 20_000, n => "rules: " + Times("[", n) + Times("]", n)),
        Yaml("brackets without an end", 20_000, n => "rules: " + Times("[", n)),
        Yaml("deep blocks", 180_000, n => "rules:\n" + string.Concat(Enumerable.Range(1, (int)Math.Sqrt(2 * n)).Select(i => new string(' ', i) + "- \n"))),
        Yaml("blocks in one line", 20_000, n => "rules:\n " + Times("- ", n) + "a\n"),
        Yaml("aliases", 5_000, n => "rules:\n" + Times("  - &a [*a, *a]\n", n)),
        Yaml("a long scalar", 200_000, n => "rules:\n  - rule: a\n    if: csat > 1\n    title: " + Times("x ", n) + "\n    then: route to Billing\n"),
        Yaml("many keys", 10_000, n => "rules:\n  - rule: a\n" + string.Concat(Enumerable.Range(0, n).Select(i => $"    key-{i}: x\n"))),
        Yaml("folded blocks", 1_000, n => "rules:\n  - rule: a\n    if: >-\n" + Times("      csat > 1 and\n\n", n) + "      cancelled\n    then: route to Billing\n"),
        Yaml("comments", 20_000, n => "rules:\n" + Times("  # x\n", n) + "  - rule: a\n    if: csat > 1\n    then: route to Billing\n"),
        Yaml("a flow of commas", 5_000, n => "rules:\n  - rule: a\n    if: [disposition in (" + Times("a, ", n) + "b)]\n    then: route to Billing\n"),
        Yaml("a flow without values", 10_000, n => "rules: {" + Times("a(, ", n) + "}\n"),
    ];

    private static HostileText Sentence(string name, int size, Func<int, string> make) => new(name, "hostile.cxr", size, make);

    private static HostileText Yaml(string name, int size, Func<int, string> make) => new(name, "hostile.yaml", size, make);

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
