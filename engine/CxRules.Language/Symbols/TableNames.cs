using System.Collections.Immutable;
using CxRules.Language.Tables;
using CxRules.Language.Text;

namespace CxRules.Language.Symbols;

/// <summary>The names of tables of rules: their columns.</summary>
internal static class TableNames
{
    /// <summary>`t.limit` names the column behind the dot.</summary>
    public static SymbolReference WithoutAlias(SymbolReference reference)
    {
        var dot = reference.Symbol.Kind == SymbolKind.Column ? reference.Text[reference.Span].IndexOf('.', StringComparison.Ordinal) : -1;
        return dot < 0 ? reference : reference with { Span = TextSpan.FromBounds(reference.Span.Start + dot + 1, reference.Span.End) };
    }

    /// <summary>The columns of the tables that rules are made of, in their first lines.</summary>
    public static IEnumerable<SymbolReference> Declarations(ImmutableArray<SourceText> tables, IReadOnlyCollection<SymbolReference> references)
    {
        var used = references.Where(reference => reference.Symbol.Kind == SymbolKind.Column).Select(reference => reference.Symbol.Container).ToHashSet(StringComparer.Ordinal);
        foreach (var table in tables.Where(table => used.Contains(table.File)))
        {
            foreach (var cell in new CsvReader(table).Read().FirstOrDefault([]).Where(cell => cell.Text.Length > 0))
            {
                yield return new(table, cell.Span, new(SymbolKind.Column, cell.Text, table.File)) { IsDeclaration = true };
            }
        }
    }
}
