using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>Holds each definition against its own text, once: what is wrong with it is never said again where it is used.</summary>
internal sealed class DefinitionBinder(RuleSetNames names)
{
    /// <summary>Definitions in definitions can double with each: this keeps a rule set from growing beyond what was typed.</summary>
    private const int Largest = 2_000;

    private readonly Dictionary<Definition, int> _weights = [];
    private readonly List<Definition> _path = [];
    private readonly List<Definition> _order = [];

    /// <summary>Finds circles. Nothing may look into a definition before.</summary>
    public void Weigh()
    {
        foreach (var definition in names.Definitions.All)
        {
            Weigh(definition);
        }
    }

    /// <summary>Binds each after those that it uses.</summary>
    public void Check()
    {
        foreach (var definition in _order)
        {
            if (RowRewriter.HasColumn(definition.Syntax))
            {
                RowRewriter.ReportColumns(definition.Scope, definition.Syntax, "A definition has no row: write the value out, or put the condition into the rule of the table.");
            }
            else if (definition.Condition is { } condition)
            {
                new IfBinder(definition.Scope).BindDefinition(condition);
            }
        }
    }

    /// <summary>A rule names definitions.</summary>
    public void Use(SyntaxNode node)
    {
        foreach (var (_, definition) in ListItems.NamedIn(node, names.Definitions))
        {
            definition.IsUsed = true;
        }

        foreach (var child in node.Children)
        {
            Use(child);
        }
    }

    /// <summary>How many conditions and operands it stands for, definitions written out.</summary>
    private int Weigh(Definition definition)
    {
        if (_weights.TryGetValue(definition, out var known))
        {
            return known;
        }

        _path.Add(definition);
        var weight = Weigh(definition, definition.Syntax);
        _path.RemoveAt(_path.Count - 1);
        if (weight > Largest && !definition.IsEndless)
        {
            definition.Scope.Report(BindingErrors.DefinitionTooLarge, definition.NameSpan, definition.Name, Largest);
            definition.IsEndless = true;
        }

        _order.Add(definition);
        return _weights[definition] = definition.IsEndless ? 1 : weight;
    }

    private int Weigh(Definition definition, SyntaxNode node)
    {
        var weight = node.Children.Aggregate(node is ListSyntax ? 0 : 1, (sum, child) => sum + Weigh(definition, child));
        return ListItems.NamedIn(node, names.Definitions).Aggregate(weight, (sum, use) => sum + Follow(definition, use.Words, use.Definition));
    }

    private int Follow(Definition definition, WordsSyntax words, Definition target)
    {
        target.IsUsed = true;
        var start = _path.IndexOf(target);
        if (start < 0)
        {
            var weight = Weigh(target);
            definition.IsEndless |= target.IsEndless;
            return weight;
        }

        var circle = _path.Skip(start).ToList();
        definition.Scope.Report(BindingErrors.DefinitionCycle, words, string.Join(" → ", circle.Append(target).Select(member => member.Name)));
        circle.ForEach(member => member.IsEndless = true);
        return 0;
    }
}
