using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>Holds each definition against its own text, once: what is wrong with it is never said again where it is used.</summary>
internal sealed class DefinitionBinder(RuleSetNames names)
{
    /// <summary>Definitions in definitions can double with each: this keeps a rule set from growing beyond what was typed.</summary>
    private const int Largest = 2_000;

    /// <summary>Levels of conditions in conditions: what walks them has a stack, which ends.</summary>
    private const int Deepest = 160;

    private readonly Dictionary<Definition, Extent> _extents = [];
    private readonly List<Definition> _path = [];
    private readonly List<Definition> _order = [];
    private int _level;

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

    /// <summary>Marks the definitions that a rule names; true where it names one.</summary>
    public bool Use(SyntaxNode node)
    {
        var any = false;
        foreach (var (_, definition) in ListItems.NamedIn(node, names.Definitions))
        {
            definition.IsUsed = true;
            any = true;
        }

        foreach (var child in node.Children)
        {
            any |= Use(child);
        }

        return any;
    }

    /// <summary>What it stands for, definitions written out.</summary>
    private Extent Weigh(Definition definition)
    {
        if (_extents.TryGetValue(definition, out var known))
        {
            return known;
        }

        _path.Add(definition);
        var extent = Weigh(definition, definition.Syntax);
        _path.RemoveAt(_path.Count - 1);
        if (!definition.IsEndless && extent.Weight > Largest)
        {
            Refuse(definition, BindingErrors.DefinitionTooLarge, Largest);
        }
        else if (!definition.IsEndless && extent.Depth > Deepest)
        {
            Refuse(definition, BindingErrors.DefinitionTooDeep, Deepest);
        }

        _order.Add(definition);
        return _extents[definition] = definition.IsEndless ? new(1, 1) : extent;
    }

    private Extent Weigh(Definition definition, SyntaxNode node)
    {
        var inner = default(Extent);
        _level++;
        foreach (var child in node.Children)
        {
            inner = inner.And(Weigh(definition, child));
        }

        foreach (var (words, target) in ListItems.NamedIn(node, names.Definitions))
        {
            inner = inner.And(Follow(definition, words, target));
        }

        _level--;
        return new(inner.Weight + (node is ListSyntax ? 0 : 1), inner.Depth + 1);
    }

    private Extent Follow(Definition definition, WordsSyntax words, Definition target)
    {
        target.IsUsed = true;
        var start = _path.IndexOf(target);
        if (start >= 0)
        {
            var circle = _path.Skip(start).ToList();
            definition.Scope.Report(BindingErrors.DefinitionCycle, words, string.Join(" → ", circle.Append(target).Select(member => member.Name)));
            circle.ForEach(member => member.IsEndless = true);
            return default;
        }

        if (_level > Deepest && !_extents.ContainsKey(target))
        {
            Refuse(definition, BindingErrors.DefinitionTooDeep, Deepest);
            return default;
        }

        var extent = Weigh(target);
        definition.IsEndless |= target.IsEndless;
        return extent;
    }

    private static void Refuse(Definition definition, DiagnosticDescriptor descriptor, int limit)
    {
        definition.Scope.Report(descriptor, definition.NameSpan, definition.Name, limit);
        definition.IsEndless = true;
    }

    /// <param name="Weight">Conditions and operands.</param>
    /// <param name="Depth">Levels of them.</param>
    private readonly record struct Extent(int Weight, int Depth)
    {
        public Extent And(Extent other) => new(Weight + other.Weight, Math.Max(Depth, other.Depth));
    }
}
