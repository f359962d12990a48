using System.Text;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Binding;

/// <summary>Conditions as written, with white space folded and without comments or YAML around them.</summary>
/// <param name="row">What columns say; null outside a table of rules.</param>
internal sealed class SentencePrinter(RuleFileSyntax file, RowCells? row)
{
    public string Print(SyntaxNode node) => node switch
    {
        LogicalSyntax logical => string.Join(logical.IsAnd ? " and " : " or ", logical.Operands.Select(operand => Grouped(operand, logical))),
        NotSyntax not => $"not {Grouped(not.Operand, not)}",
        ParenthesizedSyntax group => $"({Print(group.Condition)})",
        _ => IsPlain(node.Span) ? file.Text[node.Span] : Print(node.Span),
    };

    /// <summary>It would be printed as it stands in the text.</summary>
    private bool IsPlain(TextSpan span)
    {
        if (row is not null)
        {
            return false;
        }

        var before = '\0';
        foreach (var letter in file.Text.Content.AsSpan(span.Start, span.Length))
        {
            if (letter is '"' or '\'' or '\\' or '#' || (char.IsWhiteSpace(letter) && (letter != ' ' || before == ' ')))
            {
                return false;
            }

            before = letter;
        }

        return true;
    }

    private string Grouped(ConditionSyntax operand, ConditionSyntax outer) =>
        operand is LogicalSyntax inner && (outer is NotSyntax || inner.IsAnd != ((LogicalSyntax)outer).IsAnd) ? $"({Print(operand)})" : Print(operand);

    private string Print(TextSpan span)
    {
        var sentence = new StringBuilder(span.Length);
        for (var i = FirstToken(span.Start); i < file.Lexemes.Count && file.Lexemes[i].Span.End <= span.End; i++)
        {
            var token = file.Lexemes[i];
            sentence.Append(sentence.Length > 0 && file.Lexemes[i - 1].Span.End < token.Span.Start ? " " : "");
            if (row?.At(token.Span.Start) is { } column)
            {
                sentence.Append(column.Cell.Text);
                i = FirstToken(column.Place.End) - 1;
                continue;
            }

            if (token.Kind == TokenKind.Text)
            {
                sentence.Append('"').Append(token.Value).Append('"');
            }
            else
            {
                sentence.Append(file.Text.Content, token.Span.Start, token.Span.Length);
            }
        }

        return sentence.ToString();
    }

    private int FirstToken(int start)
    {
        var (low, high) = (0, file.Lexemes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (file.Lexemes[middle].Span.Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
