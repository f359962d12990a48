using System.Collections.Concurrent;

namespace CxRules.Language.Symbols;

/// <summary>Gives each name of a rule set one symbol.</summary>
internal sealed class SymbolTable
{
    private readonly ConcurrentDictionary<(SymbolKind Kind, string Name, string? Container), Symbol> _symbols = [];

    public Symbol Get(SymbolKind kind, string name, string? container = null) =>
        _symbols.GetOrAdd((kind, name, container), static key => new(key.Kind, key.Name, key.Container));

    /// <summary>A name that rule files or tables declare; the first place counts.</summary>
    public Symbol Declare(SymbolKind kind, string name, SymbolPlace place, string? container = null)
    {
        var symbol = Get(kind, name, container);
        if (symbol.Declared is null)
        {
            symbol = symbol with { Declared = place };
            _symbols[(kind, name, container)] = symbol;
        }

        return symbol;
    }
}
