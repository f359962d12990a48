using System.Collections.Immutable;
using CxRules.Language.Projects;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>Finds what may stand at a position, in either spelling and in the project file.</summary>
internal sealed class CompletionFinder(CompletionNames names, RuleTexts texts)
{
    private readonly SentenceCompletions _sentences = new(names);

    public ImmutableArray<Completion> Find(SourceText text, int position, IReadOnlyDictionary<string, ImmutableArray<string>>? knownCodes)
    {
        var found = Path.GetExtension(text.File) is ".yaml" or ".yml" ? InYaml(text, position, knownCodes) : InRules(text, position, knownCodes);
        return [.. found.DistinctBy(completion => completion.Text)];
    }

    private IEnumerable<Completion> InRules(SourceText text, int position, IReadOnlyDictionary<string, ImmutableArray<string>>? knownCodes)
    {
        if (RuleSite.At(text, position) is not { } site)
        {
            return [];
        }

        var starts = site.Sentence is not { } sentence || _sentences.IsComplete(sentence) ? site.Starts : [];
        var found = site.Sentence is { } cut ? _sentences.Find(cut, knownCodes) : [];
        return found.Concat(starts.Select(word => new Completion(word, CompletionKind.Keyword, site.Replaces)));
    }

    private IEnumerable<Completion> InYaml(SourceText text, int position, IReadOnlyDictionary<string, ImmutableArray<string>>? knownCodes)
    {
        var word = WordAt.Find(text.Content, position);
        if (YamlSite.At(text, position, word) is not { } site)
        {
            return [];
        }

        return text == texts.Project ? InProject(text, site)
            : texts.Sources.Contains(text) ? ShapeCompletions.Find(SourceKeys.File, text, site)
            : InRuleFile(text, position, site, knownCodes);
    }

    private IEnumerable<Completion> InRuleFile(SourceText text, int position, YamlSite site, IReadOnlyDictionary<string, ImmutableArray<string>>? knownCodes)
    {
        if (site.IsKey)
        {
            return Keys(text, site, site.Path);
        }

        // Where a value begins, a map or the first key of a rule may begin as well.
        var keys = string.IsNullOrWhiteSpace(site.Before) ? Keys(text, site, site.Path) : [];
        var sentence = YamlSentences.ShapeAt(site.Path) is { } shape ? YamlSentences.Cut(text, site, shape, position) : null;
        return sentence is null ? keys : _sentences.Find(sentence, knownCodes).Concat(keys);
    }

    private static IEnumerable<Completion> Keys(SourceText text, YamlSite site, ImmutableArray<string> path)
    {
        var used = site.IsKey ? site.Keys.Concat(YamlKeysBehind.Of(text, site.Word)).ToHashSet(StringComparer.OrdinalIgnoreCase) : [];
        return YamlSentences.KeysAt(path).Where(key => !used.Contains(key)).Select(key => new Completion(key, CompletionKind.Key, site.Word));
    }

    private IEnumerable<Completion> InProject(SourceText text, YamlSite site)
    {
        if (site.IsKey || site.Path.IsEmpty || ProjectFileNames.PlaceOf(site.Path, isKey: false) is not { IsDeclaration: false } place)
        {
            return ShapeCompletions.Find(ProjectKeys.File, text, site);
        }

        return string.IsNullOrWhiteSpace(site.Before)
            ? names.Declared(place.Kind, place.Container).Select(symbol => new Completion(symbol.Name, CompletionKind.Name, site.Word, symbol))
            : [];
    }
}
