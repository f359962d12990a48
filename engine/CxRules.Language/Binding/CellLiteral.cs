using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Tables;
using CxRules.Language.Text;

namespace CxRules.Language.Binding;

/// <summary>Reads a cell as the literal it would be in a sentence, in the place of its column.</summary>
internal static class CellLiteral
{
    /// <summary>A number with its unit, a date, a time, one bare word; anything else is a text.</summary>
    public static OperandSyntax Operand(Cell cell, TextSpan place)
    {
        var tokens = Tokens(cell);
        return tokens switch
        {
            [{ Kind: TokenKind.Word } word] when word.Token.Value.Length == cell.Text.Length => new WordsSyntax(place, word.Token.Value),
            [{ Kind: TokenKind.Date } date] when DateOnly.TryParse(date.Token.Value, System.Globalization.CultureInfo.InvariantCulture, out var day) => new DateSyntax(place, day),
            [{ Kind: TokenKind.Time } time] when TimeOnly.TryParse(time.Token.Value, System.Globalization.CultureInfo.InvariantCulture, out var moment) => new TimeSyntax(place, moment),
            [{ Kind: TokenKind.Text } text] => new TextSyntax(place, text.Token.Value),
            _ => Number(tokens, place) ?? (OperandSyntax)new TextSyntax(place, cell.Text),
        };
    }

    /// <summary>The cell as a number for a unit that the rule gives; null where it is none.</summary>
    public static NumberSyntax? Number(Cell cell, NumberSyntax asked) => Number(Tokens(cell), asked.Span) switch
    {
        { Unit: null } plain => plain with { Unit = asked.Unit },
        { } number when asked.Unit is null || string.Equals(number.Unit, asked.Unit, StringComparison.OrdinalIgnoreCase) => number,
        _ => null,
    };

    private static Lexeme[] Tokens(Cell cell) => [.. Lexer.Scan(new SourceText("", cell.Text), new DiagnosticBag())];

    private static NumberSyntax? Number(Lexeme[] tokens, TextSpan place) => tokens switch
    {
        [{ Kind: TokenKind.Minus }, .. var rest] when Number(rest, place) is { } positive => positive with { Value = -positive.Value },
        [{ Kind: TokenKind.Number } number] => new(place, NumberGrammar.ValueOf(number.Token), null),
        [{ Kind: TokenKind.Number } number, { Kind: TokenKind.Percent or TokenKind.Currency } unit] => new(place, NumberGrammar.ValueOf(number.Token), unit.Token.Value),
        [{ Kind: TokenKind.Number } number, { Kind: TokenKind.Word } unit] when Units.IsUnit(unit.Token.Value) => new(place, NumberGrammar.ValueOf(number.Token), unit.Token.Value),
        [{ Kind: TokenKind.Currency } unit, { Kind: TokenKind.Number } number] => new(place, NumberGrammar.ValueOf(number.Token), unit.Token.Value),
        _ => null,
    };
}
