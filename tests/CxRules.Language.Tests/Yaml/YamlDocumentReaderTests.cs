using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Tests.Yaml;

public sealed class YamlDocumentReaderTests
{
    /// <summary>Source with the one place that is complained about between « and », and the code.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "CXR1101", "a: «|»0\n  b\n" },
        { "CXR1101", "a: «!»x!y b\n" },
        { "CXR1102", "a: «\"»b" },
        { "CXR1102", "a: «'»b\nc: d\n" },
        { "CXR1102", "a: «\"»b\nc\"\n" },
        { "CXR1103", "a: «[»b, " },
        { "CXR1103", "a: «[»b" },
        { "CXR1103", "a: «{» b: c\nd: e }\n" },
        { "CXR1103", "a: «[»1, 2\nb: c\n" },
        { "CXR1126", "a: [\"b\" «c»]" },
        { "CXR1104", "if: volume«:» 3" },
        { "CXR1104", "a: b\n c«:» d" },
        { "CXR1105", "a: «@»b" },
        { "CXR1105", "a: «`»b" },
        { "CXR1105", "a: «%»b" },
        { "CXR1105", "if: «>» 3" },
        { "CXR1105", "a: «-»\n" },
        { "CXR1105", "a: «}»" },
        { "CXR1106", "a:\n«\t»- b" },
        { "CXR1106", "a:\n« \t»b: c\n" },
        { "CXR1107", " a: b\n«c»: d" },
        { "CXR1107", "- a\n«b»: c" },
        { "CXR1107", "a: b\n c\n # d\n «e»" },
        { "CXR1108", "a:b\nc«:» d" },
        { "CXR1108", "a: b\n«\"»c\" d" },
        { "CXR1108", "- rule: a\n  «i»f channel = phone\n  then: route to X\n" },
        { "CXR1109", "a: \"x\" «y»" },
        { "CXR1110", "a: «&x» b" },
        { "CXR1110", "a: «&x» [b]" },
        { "CXR1111", "a: b\nc: «*x»\n" },
        { "CXR1112", "a: «!t» b" },
        { "CXR1112", "a: «!!str» { b: c }" },
        { "CXR1113", "a: b\n«---»\nc: d" },
        { "CXR1114", "a: b\n«a»: c" },
        { "CXR1115", "? «[a]»\n: b" },
        { "CXR1115", "{«[d]»: e}" },
        { "CXR1118", "title: the «#fee»" },
        { "CXR1118", "title: «#5 in the list»\n" },
        { "CXR1118", "- a «#b»\n- c" },
        { "CXR1119", "if: |\n  volume > 3\n  «# many»\n  and x\n" },
        { "CXR1119", "if: >\n  volume > 3 «# many»\n  and x\n" },
        { "CXR1120", "{ spend: «410,000 GBP» }" },
        { "CXR1120", "a: [1, «1,234,567», 2]" },
        { "CXR1121", "if: [«disposition in (a, b)», volume > 3]" },
        { "CXR1121", "{ if: «channel in (a, b, c)», then: x }" },
        { "CXR1122", "«%»YAML 1.2\n---\na: b" },
        { "CXR1123", "a: b«\0»c" },
        { "CXR1123", "a: b«\u2028»c" },
        { "CXR1125", "a: \"b«\\»q\"" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Read_Mistake_IsOneLocatedDiagnostic(string code, string marked)
    {
        var (source, span) = Marked.Parse(marked);
        var bag = new DiagnosticBag();

        YamlDocumentReader.Read(new("t.yaml", source), bag);

        var found = Assert.Single(bag.ToImmutable());
        Assert.Equal((code, span), (found.Code, found.Span));
    }

    [Theory]
    [InlineData("{ spend: 410,000 GBP, contacts: 3 }", "{spend=410000 GBP, contacts=3}")]
    [InlineData("[1,234,567]", "[1234567]")]
    [InlineData("if: [disposition in (a, b), volume > 3]", "{if=[disposition in (a, b), volume > 3]}")]
    [InlineData("a: &x b", "{a=b}")]
    [InlineData("a: !t\nb: c", "{a=, b=c}")]
    [InlineData("a: &x # why\n  b: c", "{a={b=c}}")]
    public void Read_MistakeWithPlainMeaning_IsReadAsMeant(string source, string expected) =>
        Assert.Equal(expected, Show(YamlDocumentReader.Read(new("t.yaml", source), new())));

    [Theory]
    [InlineData("", "")]
    [InlineData("# only a comment\n", "")]
    [InlineData("---\na: b\n...\n", "{a=b}")]
    [InlineData("a: # comment\n  - b # c\n  -\n", "{a=[b, ]}")]
    [InlineData("[100, 200, 300]", "[100, 200, 300]")]
    [InlineData("days: [2026-04-03,2026-04-06]", "{days=[2026-04-03, 2026-04-06]}")]
    [InlineData("title: \"the #fee\"", "{title=the #fee}")]
    [InlineData("because: |\n  say \"the # fee\" and see#5\n", "{because=say \"the # fee\" and see#5\n}")]
    [InlineData("a: > # about it\n  b\n  c\n", "{a=b c\n}")]
    [InlineData("if: a <= 3", "{if=a <= 3}")]
    public void Read_GoodDocument_HasNoDiagnostics(string source, string expected)
    {
        var bag = new DiagnosticBag();

        var root = YamlDocumentReader.Read(new("t.yaml", source), bag);

        Assert.Empty(bag.ToImmutable());
        Assert.Equal(expected, Show(root));
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("? ", 100_000)]
    public void Read_DeepNesting_IsOneDiagnostic(string opening, int times)
    {
        var bag = new DiagnosticBag();

        Assert.Null(YamlDocumentReader.Read(new("t.yaml", string.Concat(Enumerable.Repeat(opening, times))), bag));

        var found = Assert.Single(bag.ToImmutable());
        Assert.Equal(("CXR1116", 64 * opening.Length), (found.Code, found.Span.Start));
    }

    [Fact]
    public void Read_SixtyFourDeep_IsFine()
    {
        var bag = new DiagnosticBag();

        Assert.NotNull(YamlDocumentReader.Read(new("t.yaml", new string('[', 64) + new string(']', 64)), bag));
        Assert.Empty(bag.ToImmutable());
    }

    [Fact]
    public void Read_AliasBomb_CostsNothing()
    {
        var lines = Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]");
        var bag = new DiagnosticBag();

        var root = YamlDocumentReader.Read(new("t.yaml", "a0: &a0 lol\n" + string.Join('\n', lines)), bag);

        Assert.NotNull(root);
        Assert.Equal(10, bag.ToImmutable().Count(found => found.Code == "CXR1110"));
        Assert.Equal(81, bag.ToImmutable().Count(found => found.Code == "CXR1111"));
    }

    [Fact]
    public void Read_ManyMistakes_StopsAndSaysSo()
    {
        var bag = new DiagnosticBag();

        Assert.Null(YamlDocumentReader.Read(new("t.yaml", "[" + string.Join(", ", Enumerable.Repeat("*a", 50_000)) + "]"), bag));

        Assert.Equal(101, bag.Count);
        Assert.Equal("CXR1124", bag.ToImmutable()[^1].Code);
    }

    [Fact]
    public void Read_MoreThanOneMegabyte_IsRefused()
    {
        var bag = new DiagnosticBag();

        Assert.Null(YamlDocumentReader.Read(new("t.yaml", new string('a', YamlDocumentReader.LengthLimit + 1)), bag));
        Assert.Equal("CXR1117", Assert.Single(bag.ToImmutable()).Code);
    }

    [Fact]
    public void Read_SeveralTabs_AreOneDiagnosticWhoseFixMendsAll()
    {
        var bag = new DiagnosticBag();

        YamlDocumentReader.Read(new("t.yaml", "a:\n\tb: c\n\td: e\n"), bag);

        Assert.Equal(2, Assert.Single(bag.ToImmutable()).Fix?.Edits.Length);
    }

    [Fact]
    public void Read_RandomText_NeverThrows()
    {
        var random = new Random(11);
        string[] parts = ["a", ": ", ":", "- ", "[", "]", "{", "}", ",", "\n", "\n  ", "\"", "'", "\\", "|", ">", "#", " ", "&x", "*x", "!t", "?", "%", "---", "...", "\\u12", "😀", "1,000", "(", ")", "\r", "\t"];
        for (var run = 0; run < 30_000; run++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => parts[random.Next(parts.Length)]));
            var bag = new DiagnosticBag();

            var root = YamlDocumentReader.Read(new("t.yaml", source), bag);

            Assert.All(bag.ToImmutable(), found => Assert.InRange(found.Span.End, found.Span.Start, source.Length));
            Assert.All(Scalars(root), scalar => Assert.Equal(scalar.Value.Length + 1, scalar.Offsets.Length));
        }
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Key).Concat(Scalars(entry.Value))),
        _ => [],
    };

    private static string Show(YamlNode? node) => node switch
    {
        YamlScalar scalar => scalar.Value,
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Show))}]",
        YamlMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key.Value}={Show(entry.Value)}"))}}}",
        _ => "",
    };
}
