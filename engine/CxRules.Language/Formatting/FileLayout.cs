using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>A rule file between two spellings: what stands in it, in its order, free of white space, quotes and indentation.</summary>
/// <param name="Headings">Places of `define:` and `rules:`, which only YAML has.</param>
/// <param name="Notes">The comments, by the place in the source they belong to.</param>
internal sealed record FileLayout(RuleSpelling From, ImmutableArray<BlockLayout> Blocks, ImmutableArray<TextSpan> Headings, CommentTable Notes);

/// <summary>A definition or a rule.</summary>
internal abstract record BlockLayout
{
    /// <summary>Places that a comment can belong to, in any order.</summary>
    public abstract IEnumerable<TextSpan> Places { get; }

    public TextSpan Start => Places.MinBy(place => place.Start);
}

/// <summary>`define x as …`.</summary>
/// <param name="Condition">Null where it is a list of codes.</param>
/// <param name="Codes">The list as a sentence, or its items where YAML lists them.</param>
internal sealed record DefinitionLayout(TextSpan Place, string Name, ConditionLayout? Condition, ImmutableArray<OperandLayout> Codes, bool IsList) : BlockLayout
{
    public override IEnumerable<TextSpan> Places => [Place, .. Condition?.Places ?? [], .. Codes.SelectMany(code => code.Places)];
}

internal sealed record RuleLayout(ImmutableArray<ClauseLayout> Clauses) : BlockLayout
{
    public override IEnumerable<TextSpan> Places => Clauses.SelectMany(clause => clause.Places);

    public ClauseLayout? this[string keyword] => Clauses.FirstOrDefault(clause => clause.Keyword == keyword);
}

/// <summary>A clause, or in YAML a key: `rule`, `title` and `for each` are clauses here like any other.</summary>
/// <param name="Place">From its keyword to its end, or of its key alone where a list or a map hangs below that.</param>
internal abstract record ClauseLayout(TextSpan Place, string Keyword)
{
    public virtual IEnumerable<TextSpan> Places => [Place];
}

/// <summary>A value that is one text in YAML and a word or a text in sentences.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Words">How a sentence says it.</param>
internal sealed record ValueLayout(TextSpan Place, string Keyword, string Value, Phrase Words) : ClauseLayout(Place, Keyword);

/// <summary>A sentence behind its keyword.</summary>
internal sealed record SentenceLayout(TextSpan Place, string Keyword, Phrase Sentence) : ClauseLayout(Place, Keyword);

/// <summary>`if` and `until`.</summary>
/// <param name="HasHold">The last operand ends with `for 14 days`.</param>
internal sealed record ConditionClauseLayout(TextSpan Place, string Keyword, ConditionLayout Condition, bool HasHold) : ClauseLayout(Place, Keyword)
{
    /// <summary>The rule's own `for` follows, which must not be taken for that of `case … is declined`.</summary>
    public bool IsBeforeHold { get; init; }

    public override IEnumerable<TextSpan> Places => [Place, .. Condition.Places];
}

/// <summary>One `then`: what is done, then each `with …`, `via …` and `because …`.</summary>
/// <param name="Key">The place of YAML's `then:` where this is the first of its list.</param>
internal sealed record ActionLayout(TextSpan Place, TextSpan? Key, ImmutableArray<OperandLayout> Parts) : ClauseLayout(Place, "then")
{
    public override IEnumerable<TextSpan> Places => [.. Key is { } key ? [key] : Array.Empty<TextSpan>(), Place, .. Parts.SelectMany(part => part.Places)];
}
