using CxRules.Language.Symbols;

namespace CxRules.Language.Completions;

/// <summary>A name or a value that may stand somewhere, before it is made to fit what is typed.</summary>
internal sealed record Candidate(string Name, Symbol? Symbol)
{
    public static Candidate Of(Symbol symbol) => new(symbol.Name, symbol);

    public static Candidate Value(string word) => new(word, null);
}
