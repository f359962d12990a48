using System.Collections.Immutable;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>Everything that may follow a cut sentence.</summary>
internal sealed class SentenceCompletions(CompletionNames names)
{
    /// <summary>Another clause may follow.</summary>
    public bool IsComplete(CutSentence cut)
    {
        var reading = cut.Read();
        return (reading.Node is not null || reading.Next.Contains(Expectation.NextClause)) && !new FieldWords(cut, names).IsIncomplete && !UnitCompletions.EndsInAnOpenShare(cut, names);
    }

    public IEnumerable<Completion> Find(CutSentence whole, IReadOnlyDictionary<string, ImmutableArray<string>>? knownCodes)
    {
        if (Phrases(whole).ToList() is { Count: > 0 } phrases)
        {
            return phrases;
        }

        var cut = whole.Sound();
        var named = Names(cut, whole, knownCodes).ToList();
        if (IsText(cut))
        {
            return named;
        }

        var field = new FieldWords(cut, names);
        var keywords = new KeywordCompletions(cut);
        var isConstruct = field is { HasField: true, IsKnown: false, IsDefinition: false };
        var words = keywords.Find()
            .Where(word => field.Allows(word) && UnitCompletions.Allows(cut, names, word) && (!isConstruct || keywords.DependsOn(field.NameIndex, word)))
            .Select(word => new Completion(word, CompletionKind.Keyword, cut.Replaces));
        var units = UnitCompletions.Find(cut, names).Select(word => new Completion(word, CompletionKind.Unit, cut.Replaces));
        return units.Concat(named).Concat(words);
    }

    /// <summary>The rest of `more than` behind `more`, where the first word by itself makes no sense.</summary>
    private static IEnumerable<Completion> Phrases(CutSentence cut)
    {
        if (cut.Lexemes.IsEmpty || cut.Read().ReachesEnd)
        {
            return [];
        }

        var first = cut.Lexemes[^1];
        var start = cut with { Lexemes = cut.Lexemes[..^1], Replaces = first.Token.Span.To(cut.Replaces) };
        return OperatorGrammar.Quantities
            .Where(phrase => phrase.StartsWith(first.Token.Value + " ", StringComparison.OrdinalIgnoreCase) && start.Read([.. phrase.Split(' ').Select(start.Word)]).ReachesEnd)
            .Select(phrase => new Completion(phrase, CompletionKind.Keyword, start.Replaces));
    }

    private IEnumerable<Completion> Names(CutSentence cut, CutSentence whole, IReadOnlyDictionary<string, ImmutableArray<string>>? knownCodes)
    {
        if (SentenceRepair.TreeOf(cut, cut.Word(NameSite.Dummy)) is not { } tree || NameSite.Find(tree) is not { } site)
        {
            return [];
        }

        var typed = site.Typed;
        var replaces = typed.Length == 0 ? cut.Replaces : StartOf(cut, typed).To(cut.Replaces);
        return PlaceTable.Of(new(site, cut, whole, names, knownCodes))
            .Where(candidate => typed.Length == 0 || candidate.Name.StartsWith(typed + " ", StringComparison.OrdinalIgnoreCase))
            .Select(candidate => new Completion(Written(candidate, cut), candidate.Symbol is null ? CompletionKind.Value : CompletionKind.Name, replaces, candidate.Symbol));
    }

    private static string Written(Candidate candidate, CutSentence cut) => IsText(cut) ? NameSpelling.Quoted(candidate.Name)
        : candidate.Symbol is { } symbol ? NameSpelling.Written(symbol.Kind, symbol.Name)
        : candidate.Name;

    private static bool IsText(CutSentence cut) => cut.Replaces.Length > 0 && LexerCharacters.IsQuote(cut.Source.Content[cut.Replaces.Start]);

    private static TextSpan StartOf(CutSentence cut, string typed) => cut.Lexemes[^(typed.Count(' '.Equals) + 1)].Token.Span;
}
