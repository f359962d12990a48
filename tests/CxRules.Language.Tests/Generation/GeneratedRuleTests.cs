using CxRules.Fuzzing.Generation;
using CxRules.Language.Formatting;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using Xunit.Abstractions;

namespace CxRules.Language.Tests.Generation;

/// <summary>What holds of every valid text, tried on texts that nobody thought of.</summary>
public sealed class GeneratedRuleTests(ITestOutputHelper output)
{
    private const int FewRules = 5_000;
    private const int MostShown = 12;

    /// <summary>More where a release is made: the environment says so.</summary>
    private static int Rules => int.TryParse(Environment.GetEnvironmentVariable("CXRULES_GENERATED_RULES"), out var rules) ? rules : FewRules;

    [Fact]
    public void Parse_GeneratedRules_HaveNoMistake() => Check((file, _) => file.Diagnostics.IsEmpty ? null : file.Diagnostics[0].Code + " " + file.Diagnostics[0].Message);

    [Fact]
    public void ToString_GeneratedRules_GivesTheTextBack() => Check((file, text) => file.ToString() == text ? null : "differs");

    [Fact]
    public void Format_GeneratedRules_TwiceIsOnceAndLosesNothing() => Check((file, _) =>
    {
        var once = RuleFormatter.Format(file);
        var again = RuleFormatter.Parse(new(file.Text.File, once));
        return !SyntaxEquality.Equal(file, again) ? "another tree:\n" + once : RuleFormatter.Format(again) != once ? "another layout:\n" + once + "\nthen:\n" + RuleFormatter.Format(again) : null;
    });

    [Fact]
    public void Convert_GeneratedRules_ThereAndBackIsTheSame() => Check((file, _) =>
    {
        var to = RuleFormatter.SpellingOf(file.Text.File) == RuleSpelling.Yaml ? RuleSpelling.Sentences : RuleSpelling.Yaml;
        var there = RuleFormatter.Parse(new(Path.ChangeExtension(file.Text.File, to == RuleSpelling.Yaml ? ".yaml" : ".cxr"), RuleFormatter.Convert(file, to)));
        var back = RuleFormatter.Parse(new(file.Text.File, RuleFormatter.Convert(there, RuleFormatter.SpellingOf(file.Text.File))));
        return !SyntaxEquality.Equal(file, there) ? "another tree there:\n" + there.Text.Content : SyntaxEquality.Equal(file, back) ? null : "another tree back:\n" + back.Text.Content;
    });

    [Fact]
    public void Parse_GeneratedRules_HaveEveryKindOfNodeAndToken()
    {
        var nodes = new HashSet<Type>();
        var kinds = new HashSet<TokenKind>();
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Files())
        {
            foreach (var node in file.Rules.Cast<SyntaxNode>().Concat(file.Definitions))
            {
                Visit(node, nodes);
            }

            kinds.UnionWith(file.Tokens.Select(token => token.Kind));
            words.UnionWith(file.Tokens.Where(token => token.Kind == TokenKind.Word).Select(token => token.Value));
        }

        var all = typeof(SyntaxNode).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(SyntaxNode)) && !type.Name.StartsWith("Bad", StringComparison.Ordinal));
        Assert.Empty(all.Except(nodes).Select(type => type.Name));
        Assert.Equal([TokenKind.Bad], Enum.GetValues<TokenKind>().Except(kinds));
        Assert.Empty(Vocabulary.Reserved.Concat(Vocabulary.Windows).Concat(Vocabulary.Actions).Concat(Vocabulary.Headers).Concat(Vocabulary.Spans).Except(words, StringComparer.OrdinalIgnoreCase));
    }

    private static void Visit(SyntaxNode node, HashSet<Type> nodes)
    {
        nodes.Add(node.GetType());
        foreach (var child in node.Children)
        {
            Visit(child, nodes);
        }
    }

    private static IEnumerable<RuleFileSyntax> Files()
    {
        for (int seed = 0, rules = 0; rules < Rules; seed++)
        {
            var (name, text, count) = RuleFileWriter.Write(seed);
            rules += count;
            yield return RuleFormatter.Parse(new(name, text));
        }
    }

    private void Check(Func<RuleFileSyntax, string, string?> mistake)
    {
        var failed = 0;
        var files = 0;
        foreach (var file in Files())
        {
            files++;
            if (Mistake(file, mistake) is not { } found || ++failed > MostShown)
            {
                continue;
            }

            var line = file.Diagnostics.IsEmpty ? "" : $" at {file.Text.PositionOf(file.Diagnostics[0].Span.Start)}";
            output.WriteLine($"{file.Text.File}{line}: {found}\n{file.Text.Content.ReplaceLineEndings("\n")}\n");
        }

        Assert.True(failed == 0, $"{failed} of {files} files fail.");
    }

    private static string? Mistake(RuleFileSyntax file, Func<RuleFileSyntax, string, string?> mistake)
    {
        try
        {
            return mistake(file, file.Text.Content);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error.ToString();
        }
    }
}
