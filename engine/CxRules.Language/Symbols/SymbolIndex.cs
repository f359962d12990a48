using System.Collections.Immutable;
using CxRules.Language.Text;
using CxRules.Model.Contacts;

namespace CxRules.Language.Symbols;

/// <summary>Every name of a rule set, by where it stands and by what it stands for.</summary>
internal sealed class SymbolIndex
{
    private readonly Dictionary<(SymbolKind Kind, string Word, string? Container), Symbol> _known = [];
    private readonly Dictionary<string, ImmutableArray<SymbolReference>> _byFile;
    private readonly Dictionary<Symbol, ImmutableArray<SymbolReference>> _bySymbol;

    public SymbolIndex(IEnumerable<SymbolReference> references)
    {
        var all = references.Where(reference => reference.Span.Length > 0 || reference.IsDeclaration).ToList();
        foreach (var reference in all.Where(reference => reference.IsDeclaration).Concat(all))
        {
            _known.TryAdd(Key(reference.Symbol), reference.Symbol);
        }

        // The declaration of a name may be met as a use as well.
        var unique = all.Select(reference => reference with { Symbol = Known(reference.Symbol) })
            .OrderBy(reference => reference.Text.File, StringComparer.Ordinal)
            .ThenBy(reference => reference.Span.Start)
            .ThenByDescending(reference => reference.IsDeclaration)
            .DistinctBy(reference => (reference.Text.File, reference.Span, reference.Symbol))
            .ToList();
        _byFile = unique.GroupBy(reference => reference.Text.File, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        _bySymbol = unique.GroupBy(reference => reference.Symbol).ToDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    public IEnumerable<Symbol> Symbols => _bySymbol.Keys;

    public ImmutableArray<SymbolReference> Of(Symbol symbol) => _bySymbol.GetValueOrDefault(Known(symbol), []);

    /// <summary>The innermost name at a position, its end included.</summary>
    public SymbolReference? At(string file, int position)
    {
        SymbolReference? found = null;
        foreach (var reference in _byFile.GetValueOrDefault(file, []))
        {
            if (reference.Span.Start > position)
            {
                break;
            }

            // Of two that touch, the one that begins here.
            if (position <= reference.Span.End && (found is not { } other || reference.Span.Start == position || reference.Span.Length < other.Span.Length))
            {
                found = reference;
            }
        }

        return found;
    }

    /// <summary>The symbol under the name it was declared by.</summary>
    public Symbol Known(Symbol symbol) => _known.GetValueOrDefault(Key(symbol), symbol);

    /// <summary>Names agree as bare words do. A touchpoint is a code of the field of that name.</summary>
    private static (SymbolKind Kind, string Word, string? Container) Key(Symbol symbol) =>
        symbol is { Kind: SymbolKind.Code, Container: "touchpoint" }
            ? (SymbolKind.Touchpoint, Code.ToBareWord(symbol.Name), null)
            : (symbol.Kind, Code.ToBareWord(symbol.Name), symbol.Container);
}
