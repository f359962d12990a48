using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Language.Schema;
using CxRules.Language.Text;
using CxRules.Language.Transitions;
using CxRules.Language.Yaml;

namespace CxRules.Language.Tests.Schema;

/// <summary>Schema and readers agree: what the schema rejects is an error of the reader, and what the reader calls a mistake of shape the schema rejects.</summary>
public sealed class SchemaAgreementTests
{
    private const int Seed = 20_260_331;
    private const int Most = 1_200;
    private const int LongestChanged = 2_500;

    public static TheoryData<string> Kinds => [.. SchemaKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Documents_OfTheRepository_AreJudgedAlike(string name) => AssertAgree(name, Documents(name), least: 20);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Documents_WithOneChange_AreJudgedAlike(string name) => AssertAgree(name, Some([.. Valid(name).SelectMany(SchemaMutations.Of).Distinct()]), least: 600);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Documents_WithSeveralChanges_AreJudgedAlike(string name)
    {
        var random = new Random(Seed);
        var whole = Valid(name).OrderByDescending(text => text.Length).Take(6).ToArray();

        AssertAgree(name, [.. Enumerable.Range(0, Most / 3 / whole.Length).SelectMany(_ => whole.Select(text => SchemaMutations.Several(text, random)))], least: 350);
    }

    [Fact]
    public void Codes_OfProjectAndSource_AreEitherSeenOrExplained()
    {
        var codes = new[] { typeof(ProjectErrors), typeof(SourceErrors), typeof(YamlRuleErrors), typeof(TransitionErrors) }
            .SelectMany(type => type.GetFields()).Select(member => member.GetValue(null)).OfType<DiagnosticDescriptor>().Select(descriptor => descriptor.Code).Order();

        Assert.Equal(codes, SchemaCodes.Seen.Concat(SchemaCodes.Unseen.Keys).Order());
    }

    [Theory]
    [InlineData("""{ "type": "string", "format": "date" }""")]
    [InlineData("""{ "type": "text" }""")]
    public void Validator_UnknownKeyword_IsRefused(string schema) =>
        Assert.Throws<InvalidOperationException>(() => new SchemaValidator(schema).Errors("text"));

    private static string[] Documents(string name) => [.. SchemaCorpus.All.Where(document => document.Kind.Name == name).Select(document => document.Text)];

    /// <summary>Each so-and-so-many-th, where there are more than a test run has time for.</summary>
    private static string[] Some(string[] texts) => [.. texts.Where((_, index) => index % ((texts.Length / Most) + 1) == 0)];

    private static IEnumerable<string> Valid(string name)
    {
        var kind = Kind(name);
        return Documents(name).Where(text => text.Length <= LongestChanged && IsYaml(text) && !new SchemaValidator(kind.Schema).Errors(YamlJson.Of(Tree(text))).Any());
    }

    private static void AssertAgree(string name, string[] texts, int least)
    {
        Assert.True(texts.Length >= least, $"{texts.Length} documents");
        var validator = new SchemaValidator(Kind(name).Schema);
        var differences = new List<string>();
        var rejected = 0;
        foreach (var text in texts.Where(text => IsYaml(text)))
        {
            var found = Kind(name).Read(text);
            var errors = validator.Errors(YamlJson.Of(Tree(text)));
            rejected += errors.Count > 0 ? 1 : 0;
            var seen = found.FirstOrDefault(diagnostic => SchemaCodes.Seen.Contains(diagnostic.Code));
            if (errors.Count > 0 != (seen is not null) && (errors.Count == 0 || !found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)))
            {
                differences.Add($"{text}\n  schema: {string.Join("; ", errors.DefaultIfEmpty("valid"))}\n  reader: {string.Join("; ", found.Select(diagnostic => diagnostic.ToString()).DefaultIfEmpty("valid"))}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {texts.Length} ({rejected} rejected):\n{string.Join("\n\n", differences.OrderBy(text => text.Length).Take(12))}");
        Assert.InRange(rejected, 1, texts.Length - 1);
    }

    /// <summary>False where the YAML itself is broken: an editor says that without a schema.</summary>
    private static bool IsYaml(string text)
    {
        var bag = new DiagnosticBag();
        YamlDocumentReader.Read(new SourceText("a.yaml", text), bag);
        return bag.Count == 0;
    }

    private static YamlNode? Tree(string text) => YamlDocumentReader.Read(new SourceText("a.yaml", text), new DiagnosticBag());

    private static SchemaKind Kind(string name) => SchemaKind.All.Single(kind => kind.Name == name);
}
