using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Fixing;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Fixing;

public sealed class RuleFixerTests
{
    private static readonly DiagnosticDescriptor s_wrong = new("CXR2999", DiagnosticSeverity.Error, "{0} is wrong", "");
    private static readonly DiagnosticDescriptor s_syntax = new("CXR1999", DiagnosticSeverity.Error, "{0} is wrong", "");
    private static readonly DiagnosticDescriptor s_lint = new("CXR3999", DiagnosticSeverity.Warning, "{0} is odd", "");

    /// <summary>Letters stand for mistakes: `a` is written `b`, a `w` would become two errors, `l` is a warning, `s` hides errors behind it.</summary>
    [Theory]
    [InlineData("a", "b", 1)]
    [InlineData("a a a", "b b b", 3)]
    [InlineData("aa", "bb", 2)]
    [InlineData("w", "w", 0)]
    [InlineData("a w a", "b w b", 2)]
    [InlineData("w w", "w w", 0)]
    [InlineData("l", "m", 1)]
    [InlineData("c", "b", 2)]
    [InlineData("o", "p", 1)]
    [InlineData("a w s x a", "b w t x b", 3)]
    [InlineData("s x x", "t x x", 1)]
    [InlineData("fine", "fine", 0)]
    public void Fixes_AreAppliedWhereTheyHelp(string before, string after, int count)
    {
        var texts = new RuleTexts([new("a.cxr", before)], null, []);
        var result = RuleFixer.Run(texts, Check);
        Assert.Equal((after, count), (result.Texts.Rules[0].Content, result.Fixed.Length));
        Assert.Equal(before == after ? 0 : 1, result.ChangedFrom(texts).Count());
    }

    [Fact]
    public void Fix_ThatBreaksAnotherFile_IsDropped()
    {
        var texts = new RuleTexts([new("a.cxr", "a"), new("b.cxr", "fine")], new("cxrules.yaml", "a"), [new("s.source.yaml", "a")]);
        var result = RuleFixer.Run(texts, changed => changed.Rules[0].Content == "b" ? Check(changed).Add(s_wrong.At(changed.Rules[1], new(0, 1), "b.cxr")) : Check(changed));
        Assert.Equal(["a", "fine", "b", "b"], RuleFixer.All(result.Texts).Select(text => text.Content));
    }

    private static ImmutableArray<Diagnostic> Check(RuleTexts texts) => [.. RuleFixer.All(texts).SelectMany(Check)];

    private static IEnumerable<Diagnostic> Check(SourceText text)
    {
        var hides = text.Content.Contains('s', StringComparison.Ordinal);
        for (var i = 0; i < text.Content.Length && text.Content != "fine"; i++)
        {
            var found = text.Content[i] switch
            {
                'a' => (s_wrong, "b"),
                'w' => (s_wrong, "vv"),
                'c' => (s_wrong, "a"),
                'l' => (s_lint, "m"),
                'o' => (s_lint, "p"),
                'p' => (s_lint, "o"),
                's' => (s_syntax, "t"),
                'v' => (s_wrong, null),
                'x' when !hides => (s_wrong, null),
                _ => ((DiagnosticDescriptor, string?)?)null,
            };
            if (found is ({ } descriptor, var instead))
            {
                yield return descriptor.At(text, new(i, 1), text.Content[i]) with { Fix = instead is null ? null : new($"Write {instead}", [new(new(i, 1), instead)]) };
            }
        }
    }
}
