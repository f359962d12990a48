using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Yaml;
using YamlDotNet.Core;

namespace CxRules.Language.Tests.Yaml;

public sealed class YamlOffsetsTests
{
    public static TheoryData<string> Styles => ["plain", "single", "double", "literal", "folded"];

    [Theory]
    [MemberData(nameof(Styles))]
    public void Read_ScalarOfAnyStyle_MapsEachCharacterToItsPlace(string style)
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var written = new YamlSources(seed).Write(style);
            var bag = new DiagnosticBag();

            var scalar = ValueOfKey(YamlDocumentReader.Read(new("t.yaml", written.Source), bag));

            Assert.True(bag.Count == 0, $"seed {seed}: {string.Join('\n', bag.ToImmutable())}\n{written.Source}");
            Assert.Equal((seed, written.Value), (seed, scalar.Value));
            Assert.True(written.Offsets.SequenceEqual(scalar.Offsets.ToImmutableArray()), $"seed {seed}:\n{written.Source}\n{string.Join(' ', written.Offsets)}\n{string.Join(' ', scalar.Offsets.ToImmutableArray())}");
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Read_ScalarOfAnyStyle_SaysWhatYamlDotNetSays(string style)
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var written = new YamlSources(seed).Write(style);
            var expected = Values(written.Source);

            Assert.Equal(expected, Scalars(YamlDocumentReader.Read(new("t.yaml", written.Source), new())));
        }
    }

    private static YamlScalar ValueOfKey(YamlNode? root) => Assert.IsType<YamlScalar>(
        Assert.IsType<YamlMapping>(Assert.IsType<YamlSequence>(Assert.IsType<YamlMapping>(root)["top"]).Items[0])["key"]);

    private static List<string> Values(string source)
    {
        var parser = new Parser(new StringReader(source));
        var values = new List<string>();
        while (parser.MoveNext())
        {
            if (parser.Current is YamlDotNet.Core.Events.Scalar scalar)
            {
                values.Add(scalar.Value);
            }
        }

        return values;
    }

    private static IEnumerable<string> Scalars(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar.Value],
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Key).Concat(Scalars(entry.Value))),
        _ => [],
    };
}
