using System.Text;

namespace CxRules.Cli.Tests.BadInputs;

/// <summary>The table of bad rule files.</summary>
internal static class BadRules
{
    private const string Good = "if disposition = billing and weekly volume > baseline × 1.3 then route to Billing";
    private const string Project = "name: bad\ndispositions: { billing: {}, refund: {} }\n";
    private const int Many = 100_000;

    public static IReadOnlyList<BadInput> All { get; } =
    [
        Rules("empty file", "", "CXR1001 a.cxr:1:1"),
        Rules("blank file", "\n \n# only a comment\n", "CXR1001 a.cxr"),
        new("binary file", [("a.cxr", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF, 0xFE])], "CXR1131 a.cxr:1"),
        new("UTF-16 without its mark", [("a.cxr", Encoding.Unicode.GetBytes(Good))], "CXR113 a.cxr:1"),
        new("Latin-1", [("a.cxr", Encoding.Latin1.GetBytes("# Gebühr\n" + Good))], "CXR113 a.cxr:1"),
        new("byte order mark", [("a.cxr", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)])]),
        new("UTF-16 with its mark", [("a.cxr", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)])]),
        Rules("CRLF", Good.Replace(" and", "\r\n  and", StringComparison.Ordinal) + "\r\n"),
        Rules("CR", Good.Replace(" and", "\r  and", StringComparison.Ordinal) + "\r"),
        Rules("a mistake on a line that CR begins", "# one\r# two\rif disposition = billing then rout to Billing\r", "CXR1015 a.cxr:3:31"),
        Rules("100,000 parentheses", $"if {new string('(', Many)}disposition = billing{new string(')', Many)} then route to Billing", "CXR1012 a.cxr:1"),
        Rules("100,000 times not", $"if {string.Concat(Enumerable.Repeat("not ", Many))}disposition = billing then route to Billing", "CXR1012 a.cxr:1"),
        Yaml("100,000 YAML brackets", $"rules: {new string('[', Many)}{new string(']', Many)}\n", "CXR1116 a.yaml:1"),
        Yaml("YAML alias bomb", "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nrules: [*b, *b, *b]\n", "CXR1110 a.yaml:1:4", "CXR1110 a.yaml:2:4"),
        Yaml("duplicate keys", "rules:\n  - rule: a\n    title: one\n    title: two\n    if: disposition = billing\n    then: route to Billing\n", "CXR1114 a.yaml:4:5"),
        Yaml("a comment inside quotes", "rules:\n  - rule: a\n    if: 'disposition = billing\n      # and tag has fee\n      and weekly volume > 5'\n    then: route to Billing\n", "CXR1119 a.yaml:4:7"),
        Rules("a text that is never closed", "if disposition = \"billing and weekly volume > 5\nthen route to Billing", "CXR1005 a.cxr:1:18"),
        Rules("an owner of two words", $"{Good} Department", "CXR1027 a.cxr:1:75"),
        Rules("the id of a rule in title case", $"rule Billing Confusion\n  {Good}", "CXR1018 a.cxr:1:6"),
        Rules("`for` without a condition", $"rule a\n  for 2 days\n  {Good}", "CXR1024 a.cxr:2:3"),
        new("a key of the project misspelt", [("cxrules.yaml", Utf8("curency: GBP\ncosts: [{ from: 2026-01-01, contacts: { spend: 41 GBP per month, contacts: 52 per month } }]\n")), ("a.cxr", Utf8(Good))], "CXR2101 cxrules.yaml:1:1"),
        Rules("unknown disposition", "if disposition = biling then route to Billing", "CXR2002 a.cxr:1:18"),
        Rules("two rules with one id", $"rule a\n  {Good}\nrule a\n  {Good}\n", "CXR2042 a.cxr:3:6"),
        new("thousands comma in YAML flow", [("cxrules.yaml", Utf8("currency: GBP\ncosts:\n  - from: 2026-01-01\n    contacts: { spend: 410,000 GBP per month, contacts: 52000 per month }\n")), ("a.cxr", Utf8(Good))], "CXR1120 cxrules.yaml:4:24"),
        Yaml("comment inside a condition", "rules:\n  - rule: a\n    if: tag has #fee\n    then: route to Billing\n", "CXR1118 a.yaml:3"),
        Rules("a broken rule hides none of the others", $"rule a\n  if disposition = then route to Billing\nrule b\n  if disposition = biling then route to Billing\n", "CXR1014 a.cxr:2:18", "CXR2002 a.cxr:4:20"),
    ];

    private static BadInput Rules(string name, string text, params string[] expected) => new(name, [("cxrules.yaml", Utf8(Project)), ("a.cxr", Utf8(text))], expected);

    private static BadInput Yaml(string name, string text, params string[] expected) => new(name, [("cxrules.yaml", Utf8(Project)), ("a.yaml", Utf8(text))], expected);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
