using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Symbols;

/// <summary>Part of a change over several files.</summary>
public readonly record struct SymbolEdit(SourceText Text, TextEdit Edit);

/// <summary>Writes another name where one stands.</summary>
internal static class Renaming
{
    private const string Explicit = "field";

    public static SymbolEdit At(SymbolReference reference, string name, bool isData)
    {
        var written = reference.Text[reference.Span];
        if (isData || reference.Symbol.Kind == SymbolKind.Column)
        {
            return new(reference.Text, new(reference.Span, name));
        }

        // `field plan` says that it is a field; `"plan"` may be no word by itself.
        var prefix = reference.Symbol.Kind == SymbolKind.Field && written.StartsWith(Explicit + " ", StringComparison.OrdinalIgnoreCase) ? written[..(Explicit.Length + 1)] : "";
        var isQuoted = written.Length > 0 && LexerCharacters.IsQuote(written[0]);
        return new(reference.Text, new(reference.Span, prefix + (isQuoted ? NameSpelling.Quoted(name) : NameSpelling.Written(reference.Symbol.Kind, name))));
    }
}
