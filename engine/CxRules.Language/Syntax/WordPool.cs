namespace CxRules.Language.Syntax;

/// <summary>The words of a file, each kept once: rules repeat most of theirs, and every token holds one.</summary>
internal sealed class WordPool
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordPool() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var known))
        {
            return known;
        }

        var added = word.ToString();
        _words.Add(added);
        return added;
    }
}
