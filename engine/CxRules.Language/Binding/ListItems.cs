using CxRules.Language.Symbols;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>What stands behind `in`, `=` and `has`: each item in the text it is written in, lists that are defined taken apart.</summary>
internal static class ListItems
{
    /// <summary>The items of a list, or the one operand; false after a report.</summary>
    public static bool TryRead(BindingScope scope, OperandSyntax operand, OperatorKind kind, out List<(BindingScope Scope, OperandSyntax Item)> items)
    {
        items = [];
        var isMember = kind is OperatorKind.In or OperatorKind.NotIn;
        return operand is ListSyntax list ? AddAll(scope, list, items) : Add(scope, operand, isMember, items);
    }

    /// <summary>Definitions that a node itself names, its children apart.</summary>
    public static IEnumerable<(WordsSyntax Words, Definition Definition)> NamedIn(SyntaxNode node, DefinitionTable definitions)
    {
        IEnumerable<WordsSyntax> words = node switch
        {
            FlagSyntax flag => [flag.Field],
            ListSyntax list => list.Items.OfType<WordsSyntax>(),
            ComparisonSyntax { Right: WordsSyntax right } => [right],
            HasCodeSyntax { Code: WordsSyntax code } => [code],
            _ => [],
        };
        foreach (var word in words)
        {
            if (definitions.Find(word) is { } definition)
            {
                yield return (word, definition);
            }
        }
    }

    private static bool AddAll(BindingScope scope, ListSyntax list, List<(BindingScope, OperandSyntax)> items)
    {
        var complete = true;
        foreach (var item in list.Items)
        {
            complete &= Add(scope, item, isMember: true, items);
        }

        return complete;
    }

    private static bool Add(BindingScope scope, OperandSyntax item, bool isMember, List<(BindingScope, OperandSyntax)> items)
    {
        if (item is not WordsSyntax words || scope.Names.Definitions.Find(words) is not { } definition)
        {
            items.Add((scope, item));
            return true;
        }

        scope.Refer(words.Span, SymbolKind.Definition, definition.Name);
        if (definition.Syntax.Condition is not null)
        {
            scope.Report(BindingErrors.DefinitionMisplaced, words, words.Value, definition.Noun, $"Write `{words.Value}` as a condition of its own, joined by `and`; or quote the code: `\"{words.Value}\"`.");
            return false;
        }

        if (definition.Syntax.Codes is not { } codes || definition.IsEndless || definition.Syntax.IsBroken)
        {
            scope.Fail();
            return false;
        }

        if (isMember)
        {
            return AddAll(definition.Scope, codes, items);
        }

        scope.Report(BindingErrors.DefinitionMisplaced, words, words.Value, definition.Noun, $"Write `in {words.Value}` for any of its codes.");
        return false;
    }
}
