using CxRules.Language.Binding;
using CxRules.Language.Reference;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Docs;

/// <summary>The references in docs/ say what the code reads, all of it, and nothing else.</summary>
public sealed class ReferenceTests
{
    private const string Start = "<!-- generated: ";
    private const string End = "<!-- end -->";

    private static readonly string[] s_pages = ["docs/language.md", "docs/cases.md"];

    public static TheoryData<string> Sentences =>
    [
        .. Written(MeasureReference.All, "if weekly {0} > 2 then route to Billing"),
        .. Written(MeasureReference.Additions.Where(entry => entry.Word != "earlier"), "if {0} > 2 then route to Billing"),
        .. Written(MeasureReference.Additions.Where(entry => entry.Word == "earlier"), "if weekly volume > {0} then route to Billing"),
        .. Written(AmountReference.All, "if weekly volume {0} then route to Billing"),
        .. Written(AmountReference.Methods, "if daily volume > {0} then route to Billing"),
        .. Written(ConditionReference.OfContacts, "if {0} then route to Billing"),
        .. Written(ConditionReference.OfMeasuresAndFacts, "if weekly volume > 2 and {0} then route to Billing"),
        .. Written(ActionReference.All, "if weekly volume > 2 then {0}"),
        .. Written(ActionReference.Options, "if weekly volume > 2 then route to Billing {0}"),
        .. Written(MomentReference.All, "if weekly volume > 2 only {0} then route to Billing"),
        .. Written(MomentReference.Schedules, "if weekly volume > 2 {0} then route to Billing"),
    ];

    public static TheoryData<string, string[], string[]> Tables => new()
    {
        { "measures", [.. MeasureNames.FirstWords, "percentile"], Words(MeasureReference.All) },
        { "windows", [.. Vocabulary.Windows], [.. Words(MeasureReference.Additions).Where(Vocabulary.Windows.Contains)] },
        { "baseline methods", [.. AmountGrammar.MethodWords], Words(AmountReference.Methods) },
        { "actions", [.. ActionGrammar.FirstWords], Words(ActionReference.All) },
        { "action options", [.. ActionGrammar.WithWords, "via", "because"], Words(ActionReference.Options) },
        { "moments", [.. MomentGrammar.FirstWords], Words(MomentReference.All) },
        { "schedules", [.. ScheduleBinder.Words], Words(MomentReference.Schedules) },
        { "conditions", [.. ConditionGrammar.FirstWords], [.. Words(ConditionReference.OfContacts).Concat(Words(ConditionReference.OfMeasuresAndFacts)).Where(ConditionGrammar.FirstWords.Contains)] },
        { "computed fields", [ContactMoment.Weekday, ContactMoment.LocalTime], [.. Words(ConditionReference.OfContacts).Where(word => word is ContactMoment.Weekday or ContactMoment.LocalTime)] },
        { "operators", Enum.GetNames<OperatorKind>(), [.. OperatorReference.All.Select(entry => entry.Kind.ToString())] },
    };

    [Fact]
    public void Tables_OfThePages_AreThoseOfTheCode()
    {
        var shown = new List<string>();
        foreach (var page in s_pages)
        {
            var file = PageExamples.PathOf(page);
            var lines = File.ReadAllLines(file);
            var written = Rewrite(lines);
            shown.AddRange(lines.Where(line => line.StartsWith(Start, StringComparison.Ordinal)).Select(NameOf));
            if (Environment.GetEnvironmentVariable("CXRULES_UPDATE_BASELINES") == "1")
            {
                File.WriteAllText(file, string.Join('\n', written) + '\n');
                continue;
            }

            Assert.True(lines.SequenceEqual(written), $"{page} is out of date: run this test with CXRULES_UPDATE_BASELINES=1.");
        }

        Assert.Equal(ReferenceTables.All.Keys.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_OfTheReference_HasEachWordOfTheGrammar(string table, string[] grammar, string[] reference) =>
        Assert.True(grammar.Order(StringComparer.Ordinal).SequenceEqual(reference.Order(StringComparer.Ordinal)), $"{table}: the grammar has {string.Join(", ", grammar)}; the reference has {string.Join(", ", reference)}");

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Entry_AsWritten_IsRead(string sentence)
    {
        var file = RuleParser.Parse(new SourceText("some-rule.cxr", sentence));
        Assert.Empty(file.Diagnostics.Select(found => $"{found} {found.Help}"));
    }

    private static List<string> Rewrite(string[] lines)
    {
        var written = new List<string>();
        var isInside = false;
        foreach (var line in lines)
        {
            isInside &= line != End;
            if (!isInside)
            {
                written.Add(line);
            }

            if (line.StartsWith(Start, StringComparison.Ordinal))
            {
                isInside = true;
                Assert.True(ReferenceTables.All.TryGetValue(NameOf(line), out var table), $"{line} is no table of the code");
                written.AddRange(["", .. table(), ""]);
            }
        }

        Assert.False(isInside, $"a table does not end with {End}");
        return written;
    }

    private static string NameOf(string line) => line[Start.Length..].Replace("-->", "", StringComparison.Ordinal).Trim();

    private static string[] Words(IEnumerable<ReferenceEntry> entries) => [.. entries.Select(entry => entry.Word)];

    private static IEnumerable<string> Written(IEnumerable<ReferenceEntry> entries, string around) => entries.SelectMany(entry => entry.Written)
        .Select(text => around.Replace("{0}", text.Replace("(A)", "(channel = phone)", StringComparison.Ordinal).Replace("(B)", "(segment = business)", StringComparison.Ordinal), StringComparison.Ordinal));
}
