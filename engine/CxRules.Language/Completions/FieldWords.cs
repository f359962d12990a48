using System.Collections.Frozen;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Completions;

/// <summary>Of the words that the grammar takes behind a field, those that make sense for what it holds.</summary>
internal sealed class FieldWords
{
    private static readonly FrozenSet<string> Numbers = Set("is in not above below between at more less fewer greater", OperatorGrammar.Quantities);

    private static readonly Dictionary<FieldKind, FrozenSet<string>> ByKind = new()
    {
        [FieldKind.Category] = Set("is in not repeat"),
        [FieldKind.List] = Set("has"),
        [FieldKind.Text] = Set("contains matches"),
        [FieldKind.Integer] = Numbers,
        [FieldKind.Decimal] = Numbers,
        [FieldKind.Money] = Numbers,
        [FieldKind.Duration] = Numbers,
        [FieldKind.Instant] = Numbers,
        [FieldKind.Flag] = Set("is not"),
    };

    private static readonly FrozenSet<string> Comparing = ByKind.Values.SelectMany(words => words).Concat(Expectation.Comparison.Words).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly FieldKind? _kind;
    private readonly bool _isOpen;
    private readonly bool _isCompared;

    public FieldWords(CutSentence cut, CompletionNames names)
    {
        var left = cut;
        while (!left.Lexemes.IsEmpty && (left.Lexemes[^1].Is("is") || left.Lexemes[^1].Is("not")))
        {
            left = left with { Lexemes = left.Lexemes[..^1] };
        }

        NameIndex = left.Lexemes.Length - 1;
        _isOpen = left.Lexemes.Length < cut.Lexemes.Length;
        if (left.Lexemes.IsEmpty || SentenceRepair.TreeOf(left) is not { } tree)
        {
            return;
        }

        foreach (var node in Ending(tree, left.Lexemes[^1].Token.Span.End))
        {
            _isCompared |= node is ComparisonSyntax { Left: WordsSyntax };
            if (node is FlagSyntax flag)
            {
                HasField = true;
                IsDefinition = names.Of(SymbolKind.Definition, cut).Any(symbol => symbol.Name == flag.Field.Value);
                _kind = KindOf(flag.Field.Value, names);
            }
        }
    }

    /// <summary>The sentence ends with a name that stands for a field.</summary>
    public bool HasField { get; }

    /// <summary>Where its last word stands.</summary>
    public int NameIndex { get; }

    public bool IsDefinition { get; }

    /// <summary>There is such a field.</summary>
    public bool IsKnown => _kind is not null;

    /// <summary>The field is nothing by itself: a comparison has to follow.</summary>
    public bool IsIncomplete => HasField && !IsDefinition && _kind != FieldKind.Flag;

    public bool Allows(string word)
    {
        if (_kind is not { } kind)
        {
            return !(_isCompared && (word == "over" || word == "per")) && !(IsDefinition && Comparing.Contains(word));
        }

        return Comparing.Contains(word) ? ByKind[kind].Contains(word) : _isOpen || !IsIncomplete;
    }

    private static FieldKind? KindOf(string words, CompletionNames names) =>
        ContactMoment.Names.Contains(words, StringComparer.OrdinalIgnoreCase)
            ? (string.Equals(words, ContactMoment.LocalTime, StringComparison.OrdinalIgnoreCase) ? FieldKind.Instant : FieldKind.Category)
            : names.Symbols.Field(words)?.Kind;

    /// <summary>The nodes that end where the sentence does, from the outermost.</summary>
    private static IEnumerable<SyntaxNode> Ending(SyntaxNode node, int end)
    {
        for (var at = node; at is not null; at = at.Children.LastOrDefault(child => child.Span.End == end))
        {
            if (at.Span.End == end)
            {
                yield return at;
            }
        }
    }

    private static FrozenSet<string> Set(string words, IEnumerable<string>? more = null) => words.Split(' ').Concat(more ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
