using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CxRules.Language.Diagnostics;

namespace CxRules.Language.Tests.Diagnostics;

/// <summary>Ties every code to its page, its line in the index and a test that can make it appear.</summary>
public sealed partial class DiagnosticCatalogTests
{
    /// <summary>Where the codes of a class of descriptors lie, by the end of its name; a class of any other name has to be added.</summary>
    private static readonly (string Class, int First, int Last)[] Ranges =
    [
        ("SyntaxErrors", 1001, 1099), ("YamlErrors", 1101, 1129), ("EncodingErrors", 1130, 1139), ("YamlRuleErrors", 1140, 1199),
        ("BindingErrors", 2001, 2099), ("ProjectErrors", 2100, 2199), ("ExposureErrors", 2140, 2141), ("SampleErrors", 2142, 2149), ("SourceErrors", 2200, 2299), ("TransitionErrors", 2300, 2399), ("Lints", 3001, 3999),
        ("StreamErrors", 4001, 4999), ("TestErrors", 5001, 5999),
    ];

    private static readonly (FieldInfo Field, DiagnosticDescriptor Descriptor)[] All =
    [
        .. typeof(Diagnostic).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (field, (DiagnosticDescriptor)field.GetValue(null)!)),
    ];

    public static TheoryData<string> Codes => [.. All.Select(entry => entry.Descriptor.Code).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Descriptors_OfTheLanguage_AreFound() => Assert.True(All.Length > 70, $"{All.Length} descriptors");

    [Fact]
    public void Codes_OfAllDescriptors_AreUnique() => Assert.All(
        All.GroupBy(entry => entry.Descriptor.Code),
        group => Assert.True(group.Count() == 1, $"{group.Key}: {string.Join(", ", group.Select(entry => Name(entry.Field)))}"));

    [Fact]
    public void Codes_OfAClass_LieInARangeThatIsKnown()
    {
        List<string> outside = [.. All.Where(entry => !IsInRange(entry.Field, entry.Descriptor.Code)).Select(entry => $"{entry.Descriptor.Code}: {Name(entry.Field)}")];

        Assert.Empty(outside);
    }

    [Fact]
    public void Descriptors_OfAllClasses_ArePublicReadOnlyFields() =>
        Assert.All(All, entry => Assert.True(entry.Field is { IsPublic: true, IsInitOnly: true }, Name(entry.Field)));

    [Fact]
    public void Texts_OfAllDescriptors_AreSentences() => Assert.All(
        All.SelectMany(entry => new[] { entry.Descriptor.Message, entry.Descriptor.Help }),
        text => Assert.True(text.Length > 0 && text == text.Trim(), text));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_OfACode_NamesItAndShowsAnExample(string code)
    {
        var path = Repository.PathOf($"docs/diagnostics/{code}.md");
        Assert.True(File.Exists(path), $"docs/diagnostics/{code}.md is missing");

        var lines = File.ReadAllLines(path);

        Assert.StartsWith($"# {code}: ", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Count(line => line.StartsWith("```", StringComparison.Ordinal)) >= 2, $"{code}.md shows no example");
        Assert.InRange(lines.Length, 5, 60);
    }

    [Fact]
    public void Pages_OfTheFolder_HaveACode()
    {
        var known = All.Select(entry => entry.Descriptor.Code).ToHashSet();
        List<string> unknown = [.. PageFiles().Select(path => Path.GetFileNameWithoutExtension(path)).Where(code => !known.Contains(code) && IsOfTheLanguage(code))];

        Assert.Empty(unknown);
    }

    [Fact]
    public void Index_OfThePages_ListsEachWithItsTitle()
    {
        var index = Repository.PathOf("docs/diagnostics/README.md");
        var expected = PageFiles().Order(StringComparer.Ordinal).Select(IndexLine).ToList();
        var written = File.ReadAllLines(index).Where(line => line.StartsWith("| [CXR", StringComparison.Ordinal)).ToList();
        if (Environment.GetEnvironmentVariable("CXRULES_UPDATE_BASELINES") == "1")
        {
            File.WriteAllLines(index, [.. File.ReadAllLines(index).Where(line => !line.StartsWith("| [CXR", StringComparison.Ordinal)), .. expected]);
            return;
        }

        Assert.True(expected.SequenceEqual(written), "The index is out of date: run this test with CXRULES_UPDATE_BASELINES=1.\n" + string.Join('\n', expected.Except(written)));
    }

    [Fact]
    public void Codes_OfAllDescriptors_AreMadeToAppearByATest()
    {
        var tests = string.Join('\n', Directory.EnumerateFiles(Repository.PathOf("tests"), "*.*", SearchOption.AllDirectories).Where(IsTestSource).Select(File.ReadAllText));

        List<string> untested = [.. All.Select(entry => entry.Descriptor.Code).Where(code => !tests.Contains(code, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Assert.Empty(untested);
    }

    private static bool IsTestSource(string path) => (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".txt", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal))
        && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !path.EndsWith($"{nameof(DiagnosticCatalogTests)}.cs", StringComparison.Ordinal);

    private static bool IsInRange(FieldInfo field, string code) => Code().IsMatch(code)
        && Number(code) is var number
        && Ranges.Any(range => field.DeclaringType?.Name.EndsWith(range.Class, StringComparison.Ordinal) == true && number >= range.First && number <= range.Last);

    /// <summary>Codes from 4000 on, and the limits of the run time from 1200 to 1299, belong to other projects, whose own tests know them.</summary>
    private static bool IsOfTheLanguage(string code) => !Code().IsMatch(code) || Number(code) is < 1200 or (>= 1300 and < 4000);

    private static int Number(string code) => int.Parse(code.AsSpan(3), CultureInfo.InvariantCulture);

    private static string IndexLine(string path)
    {
        var code = Path.GetFileNameWithoutExtension(path);
        return $"| [{code}]({code}.md) | {File.ReadLines(path).First().Replace($"# {code}: ", "", StringComparison.Ordinal)} |";
    }

    private static IEnumerable<string> PageFiles() =>
        Directory.EnumerateFiles(Repository.PathOf("docs/diagnostics"), "*.md").Where(path => Path.GetFileName(path) != "README.md");

    private static string Name(FieldInfo field) => $"{field.DeclaringType?.Name}.{field.Name}";

    [GeneratedRegex(@"^CXR[0-9]{4}\z")]
    private static partial Regex Code();
}
