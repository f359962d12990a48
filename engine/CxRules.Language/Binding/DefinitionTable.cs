using CxRules.Language.Symbols;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>What `define` names in a rule set, by name.</summary>
internal sealed class DefinitionTable
{
    private readonly Dictionary<string, Definition> _byName = new(StringComparer.Ordinal);
    private readonly List<Definition> _all = [];

    /// <summary>Every definition in the order of the files, those whose name was taken included.</summary>
    public IReadOnlyList<Definition> All => _all;

    public IEnumerable<string> Names => _byName.Keys;

    public bool IsEmpty => _all.Count == 0;

    /// <summary>Reads the definitions of all files; nothing is bound yet.</summary>
    public void Add(IEnumerable<RuleFileSyntax> files, RuleSetNames names)
    {
        foreach (var file in files)
        {
            foreach (var syntax in file.Definitions)
            {
                Add(new Definition(file, syntax, new(file, names)), names);
            }
        }
    }

    /// <summary>The definition that a bare word names.</summary>
    public Definition? Find(WordsSyntax words) => words.IsField || _all.Count == 0 ? null : _byName.GetValueOrDefault(words.Value);

    /// <summary>The definition that a flag stands for, as a condition.</summary>
    public ExpandedSyntax? Expand(FlagSyntax flag) =>
        Find(flag.Field) is { Condition: { } condition } definition ? new(flag.Span, definition, condition) : null;

    /// <summary>What stands below a node, a definition's condition below its name.</summary>
    public IEnumerable<SyntaxNode> Below(SyntaxNode node) => _all.Count > 0 && node is FlagSyntax flag && Find(flag.Field)?.Condition is { } condition ? [condition] : node.Children;

    private void Add(Definition definition, RuleSetNames names)
    {
        _all.Add(definition);
        var name = definition.Name;
        if (name.Length == 0 || definition.Syntax.Name.Span.Length == 0)
        {
            return;
        }

        if (!_byName.TryAdd(name, definition))
        {
            var first = _byName[name];
            definition.Scope.Report(BindingErrors.DefinitionRepeated, definition.NameSpan, name, Place(first));
            return;
        }

        definition.Scope.Refer(definition.NameSpan, names.Symbols.Declare(SymbolKind.Definition, name, new(definition.File.Text, definition.NameSpan)));
        if (NameCollisions.Find(name, names.Project) is { } other)
        {
            definition.Scope.Report(BindingErrors.DefinitionCollides, definition.NameSpan, name, other);
        }
    }

    private static string Place(Definition definition) =>
        $"{definition.File.Text.File}, line {definition.File.Text.PositionOf(definition.NameSpan.Start).Line}";
}
