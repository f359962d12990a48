using CxRules.Language.Text;

namespace CxRules.Language.Symbols;

/// <summary>What a name in a rule stands for.</summary>
public enum SymbolKind
{
    Field,
    Code,
    Owner,
    Touchpoint,
    Rule,
    Signal,
    Definition,
    Table,
    Column,
    Sample,
    Exposure,
    Calendar,
    Webhook,
    Measure,
    Unit,
}

/// <summary>A name and what it stands for. Two are equal that agree in kind, name and container, wherever they are declared.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Container">The field of a code, the table of a column; null for any other.</param>
public sealed record Symbol(SymbolKind Kind, string Name, string? Container)
{
    /// <summary>Where it is declared; null where that is no place in a rule file or table: built in, or in the project file.</summary>
    public SymbolPlace? Declared { get; init; }

    public bool Equals(Symbol? other) => other is not null && Kind == other.Kind && Name == other.Name && Container == other.Container;

    public override int GetHashCode() => HashCode.Combine(Kind, Name, Container);
}

/// <summary>A place in a text.</summary>
public readonly record struct SymbolPlace(SourceText Text, TextSpan Span);

/// <summary>A name where it stands.</summary>
public readonly record struct SymbolReference(SourceText Text, TextSpan Span, Symbol Symbol)
{
    /// <summary>The name is declared here.</summary>
    public bool IsDeclaration { get; init; }

    /// <summary>An earlier name, under `was:`: it stays what it is when the symbol gets another one.</summary>
    public bool IsEarlierName { get; init; }
}
