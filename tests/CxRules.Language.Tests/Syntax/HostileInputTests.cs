using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Tests.Syntax;

public sealed class HostileInputTests
{
    private const int Many = 100_000;

    private static readonly (string Content, string Codes)[] Hostile =
    [
        ("if " + new string('(', Many) + "a = b" + new string(')', Many) + " then route to X", "CXR1012"),
        ("if " + string.Concat(Enumerable.Repeat("not ", Many)) + "a = b then route to X", "CXR1012"),
        ("if " + string.Concat(Enumerable.Repeat("not (", Many)) + "a = b then route to X", "CXR1012"),
        ("if weekly volume > " + string.Concat(Enumerable.Repeat("1 + ", Many)) + "1 then route to X", "CXR1012"),
        ("if " + string.Concat(Enumerable.Repeat("followed by (", Many / 10)) + "a = b" + new string(')', Many / 10) + " then route to X", "CXR1012"),
        ("if " + string.Concat(Enumerable.Repeat("followed by ", Many / 10)) + "any contact within 3 days then route to X", "CXR1013"),
        ("if case is declined" + string.Concat(Enumerable.Repeat(" for", Many)) + " then route to X", "CXR1014+"),
        ("define x as (" + string.Concat(Enumerable.Repeat("b, ", Many)) + "b)", ""),
        (string.Concat(Enumerable.Repeat("define x as (a, b)\n", Many / 10)), ""),
        ("if weekly volume > baseline × by a (" + string.Concat(Enumerable.Repeat("b 1, ", Many)) + "otherwise 2) then route to X", ""),
        ("define x" + string.Concat(Enumerable.Repeat(" :", Many)), "CXR1004"),
        ("if a" + string.Concat(Enumerable.Repeat(".a", Many)) + " = b then route to X", "CXR1013"),
        ("if a = b" + string.Concat(Enumerable.Repeat(" and a = b", Many)) + " then route to X", ""),
        ("if a=b" + string.Concat(Enumerable.Repeat(" and a=b", Many)) + " then route to X", ""),
        ("if a=b" + string.Concat(Enumerable.Repeat(" or\na=b", Many)) + " then route to X", ""),
        ("if a in (" + string.Concat(Enumerable.Repeat("b, ", Many)) + "b) then route to X", ""),
        ("if a = " + string.Concat(Enumerable.Repeat("\"b\" ", Many)) + " then route to X", ""),
        ("if a = b then route to X" + string.Concat(Enumerable.Repeat(" and X", Many)), ""),
        (new string('a', FileChecks.MostCharacters), "CXR1023"),
        (new string('\u0001', 1000), "CXR1003"),
        (string.Concat(Enumerable.Repeat("\u00a7", 1000)), "CXR1004"),
        ("if a = \"" + new string('b', Many), "CXR1005"),
        ("if text matches /" + new string('b', Many), "CXR1006"),
        (new string('"', Many + 1), "CXR1005"),
        (new string(')', Many), "CXR1023"),
        (string.Concat(Enumerable.Repeat("then ", Many)), "CXR1014+"),
        (string.Concat(Enumerable.Repeat("rule\n", Many)), "CXR1017+"),
        (new string('-', Many), "CXR1023"),
        ("if weekly volume > " + new string('1', Many), "CXR1010"),
        ("\ufeff", "CXR1001"),
        ("\0", "CXR1003"),
    ];

    public static readonly TheoryData<int> Inputs = new(Enumerable.Range(0, Hostile.Length));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Parse_HostileInputOnASmallStack_EndsWithDiagnosticsAndLosesNothing(int index)
    {
        var (content, expected) = Hostile[index];
        var file = OnSmallStack(() => RuleParser.Parse(new SourceText("a.cxr", content)));
        Assert.Equal(content.Length, file.Tokens.Sum(token => token.Trivia.Length + token.Span.Length));
        Assert.Equal(content, file.ToString());
        var codes = string.Join(' ', file.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(expected.TrimEnd('+'), expected.EndsWith('+') ? codes.Split(' ')[0] : codes);
        Assert.True(file.Diagnostics.Length <= 201);
    }

    [Fact]
    public void Parse_DeepestAllowedNesting_FitsASmallStack()
    {
        const int depth = Nesting.Limit - 1;
        var measures = string.Concat(Enumerable.Repeat("weekly share of (not(", depth / 3)) + "a = b" + string.Concat(Enumerable.Repeat(") ) > 5%", depth / 3));
        var parentheses = new string('(', depth) + "a = b" + new string(')', depth);
        var amounts = $"weekly volume > {new string('(', depth)}1{new string(')', depth)}";
        foreach (var condition in (string[])[parentheses, amounts, measures.Replace(") ) >", ")) >", StringComparison.Ordinal)])
        {
            var file = OnSmallStack(() => RuleParser.Parse(new SourceText("a.cxr", $"if {condition} then route to X")));
            Assert.All(file.Diagnostics, diagnostic => Assert.NotEqual(SyntaxErrors.TooDeep.Code, diagnostic.Code));
        }
    }

    [Fact]
    public void Parse_OneDeeperThanAllowed_IsRefusedAtItsToken()
    {
        var content = $"if {new string('(', Nesting.Limit + 1)}a = b{new string(')', Nesting.Limit + 1)} then route to X";
        var diagnostic = Assert.Single(RuleParser.Parse(new SourceText("a.cxr", content)).Diagnostics);
        Assert.Equal("CXR1012", diagnostic.Code);
        Assert.Equal(3 + Nesting.Limit, diagnostic.Span.Start);
    }

    [Fact]
    public void Parse_NestedFailure_TakesLinearTime()
    {
        var file = RuleParser.Parse(new SourceText("a.cxr", $"if {string.Concat(Enumerable.Repeat("(a = b and ", 60))}) then route to X"));
        Assert.Single(file.Diagnostics);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parse_RandomlyMutatedInput_NeverFailsAndPrintsBack(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["(", ")", "\"", "/", "#", "\n", "\r\n", " ", "-", ":", ",", "rule ", "if ", "then ", "for ", "until ", "not ", "and ", "1,000", "2027-06-30", "× ", "\0", "\ufeff", "😀", "- ", "  ", "'", "[", "{", "|", ">", "&a ", "*a ", "over ", "in ", "baseline ", "weekly volume ", "\ndefine x as ", "\nfor each row of a.csv as t\n", "followed by ", "within 3 days ", "case x is ", "signal ", "by segment (", "t.x ", "otherwise 1 ", "top 5 by ", "only on ", "per 100 bills ", "3 weeks earlier "];
        for (var i = 0; i < 1000; i++)
        {
            var isYaml = i % 2 == 0;
            var content = (isYaml, i % 4 < 2) switch
            {
                (true, true) => Samples.InFullYaml,
                (true, false) => Samples.DefinitionsYaml,
                (false, true) => Samples.InFull,
                _ => Samples.Definitions,
            };
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(content.Length);
                content = random.Next(3) switch
                {
                    0 => content.Remove(at, Math.Min(random.Next(1, 12), content.Length - at)),
                    1 => content.Insert(at, pieces[random.Next(pieces.Length)]),
                    _ => content.Insert(at, content.Substring(random.Next(content.Length / 2), random.Next(1, 30))),
                };
            }

            var file = isYaml ? YamlRuleParser.Parse(new SourceText("a.yaml", content)) : RuleParser.Parse(new SourceText("a.cxr", content));
            Assert.Equal(content, file.ToString());
            Assert.All(file.Diagnostics, diagnostic => Assert.True(diagnostic.Span.Start >= 0 && diagnostic.Span.End <= content.Length));
            Assert.All(file.Rules, rule => Assert.True(!rule.IsBroken || file.Diagnostics.Length > 0));
        }
    }

    private static RuleFileSyntax OnSmallStack(Func<RuleFileSyntax> parse)
    {
        RuleFileSyntax? file = null;
        var thread = new Thread(() => file = parse(), 256 * 1024);
        thread.Start();
        thread.Join();
        return file ?? throw new InvalidOperationException("The parser did not end.");
    }
}
