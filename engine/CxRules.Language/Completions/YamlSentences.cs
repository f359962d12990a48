using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Completions;

/// <summary>Which sentence, and which keys, stand at a path of a YAML rule file.</summary>
internal static class YamlSentences
{
    /// <summary>The keys of the map at a path; none where it has no keys of the language.</summary>
    public static ImmutableArray<string> KeysAt(ImmutableArray<string> path) => path switch
    {
        [] => YamlRuleKeys.OfFile,
        ["rules", "-"] => [.. YamlRuleKeys.OfRule.Select(key => key.Name)],
        ["rules", "-", var key, .. var rest] when ShapeOf(key) == YamlRuleShape.Condition && rest.All(IsGroup) => YamlRuleKeys.OfCondition,
        ["define", _, .. var rest] when rest.All(IsGroup) => YamlRuleKeys.OfCondition,
        _ => [],
    };

    public static SentenceKind? ShapeAt(ImmutableArray<string> path) => path switch
    {
        ["define", _] => SentenceKind.Meaning,
        ["define", _, .. var rest] when rest.All(IsGroup) => SentenceKind.Condition,
        ["rules", "-", var key, .. var rest] when YamlRuleKeys.Find(key) is { } known => In(known, rest),
        _ => null,
    };

    private static SentenceKind? In(YamlRuleKey key, ImmutableArray<string> rest) => (key.Shape, rest) switch
    {
        (YamlRuleShape.Table, []) => SentenceKind.Rows,
        (YamlRuleShape.Fields, ["-"]) => SentenceKind.Field,
        (YamlRuleShape.Moments, ["-"]) => SentenceKind.Moment,
        (YamlRuleShape.Actions, ["-"]) => SentenceKind.Clause(key.Name),
        (YamlRuleShape.Condition, [_, ..]) when rest.All(IsGroup) => SentenceKind.Condition,
        (YamlRuleShape.Sentence or YamlRuleShape.Condition or YamlRuleShape.Fields or YamlRuleShape.Moments or YamlRuleShape.Actions, []) => SentenceKind.Clause(key.Name),
        _ => null,
    };

    private static YamlRuleShape? ShapeOf(string key) => YamlRuleKeys.Find(key)?.Shape;

    private static bool IsGroup(string step) => step == "-" || YamlRuleKeys.OfCondition.Contains(step, StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentence of a value, up to the position.</summary>
    public static CutSentence? Cut(SourceText text, YamlSite site, SentenceKind shape, int position)
    {
        if (CutPlace.Of(text, site.Before, site.Offsets, site.Word, position) is not { } place)
        {
            return null;
        }

        var keyword = site.Path.LastOrDefault(step => step != "-") ?? "";
        var before = new Lexeme(new(TokenKind.Word, new(site.Word.Start, 0), keyword, default), true, false, false);
        return new(text, shape, place.Lexemes, before, place.Replaces, false);
    }
}
