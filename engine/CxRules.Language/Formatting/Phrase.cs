using System.Collections.Immutable;

namespace CxRules.Language.Formatting;

/// <summary>A word of a sentence as it is printed.</summary>
/// <param name="IsGlued">No space before it.</param>
/// <param name="MayBegin">A line that is too long may be broken before it.</param>
internal readonly record struct PhraseWord(string Text, bool IsGlued = false, bool MayBegin = false);

/// <summary>A stretch of a sentence in its canonical form.</summary>
internal sealed record Phrase(ImmutableArray<PhraseWord> Words)
{
    public static readonly Phrase Empty = new([]);

    public static Phrase Of(params ReadOnlySpan<string> words)
    {
        var all = ImmutableArray.CreateBuilder<PhraseWord>(words.Length);
        foreach (var word in words)
        {
            all.Add(new(word));
        }

        return new(all.ToImmutable());
    }

    /// <summary>All of it on one line.</summary>
    public string Text => string.Concat(Words.Select((word, index) => index == 0 || word.IsGlued ? word.Text : " " + word.Text));

    public bool IsEmpty => Words.IsEmpty;

    /// <summary>It ends with `case is open`, `case late-fees is in progress`: a `for` behind it would be the state's.</summary>
    public bool EndsWithState
    {
        get
        {
            var verb = Words.Length - 1;
            while (verb > 0 && !IsWord(verb, "is") && !IsWord(verb, ")") && !IsWord(verb, "for") && !IsWord(verb, "and") && !IsWord(verb, "or"))
            {
                verb--;
            }

            return IsWord(verb, "is") && (IsWord(verb - 1, "case") || IsWord(verb - 2, "case"));
        }
    }

    private bool IsWord(int at, string word) => at >= 0 && at < Words.Length && string.Equals(Words[at].Text, word, StringComparison.OrdinalIgnoreCase);

    public Phrase Then(Phrase next) => new(Words.AddRange(next.Words));

    public Phrase InParentheses() => IsEmpty ? this : new([new("("), Words[0] with { IsGlued = true, MayBegin = false }, .. Words.Skip(1), new(")", IsGlued: true)]);

    /// <summary>Phrases with a comma after each but the last.</summary>
    public static Phrase List(IEnumerable<Phrase> items)
    {
        var list = Empty;
        foreach (var item in items.Where(item => !item.IsEmpty))
        {
            list = list.IsEmpty ? item : new([.. list.Words, new(",", IsGlued: true), item.Words[0] with { MayBegin = true }, .. item.Words.Skip(1)]);
        }

        return list;
    }

    /// <summary>Phrases with a word between them.</summary>
    public static Phrase Join(IEnumerable<Phrase> parts, string word) =>
        parts.Aggregate(Empty, (all, part) => all.IsEmpty ? part : all.Then(Of(word)).Then(part));
}
