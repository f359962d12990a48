using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>A condition in parts that each have a line of their own.</summary>
internal abstract record ConditionLayout
{
    public abstract IEnumerable<TextSpan> Places { get; }
}

/// <summary>A stretch of a sentence.</summary>
/// <param name="Joint">What holds its outermost parts together.</param>
internal sealed record OperandLayout(TextSpan Place, Phrase Phrase, Joint Joint) : ConditionLayout
{
    public override IEnumerable<TextSpan> Places => [Place];
}

internal enum Joint
{
    One,
    And,
    Or,
}

internal enum GroupKind
{
    All,
    Any,
    None,
}

/// <summary>Parts of which all, any or none must hold: operands of `and` and `or`, a list, or a key of a map.</summary>
/// <param name="Key">The place of the map's key; null for operands and lists.</param>
internal sealed record GroupLayout(GroupKind Kind, ImmutableArray<ConditionLayout> Items, TextSpan? Key) : ConditionLayout
{
    public override IEnumerable<TextSpan> Places => [.. Key is { } key ? [key] : Array.Empty<TextSpan>(), .. Items.SelectMany(item => item.Places)];
}

/// <summary>A YAML map of `all`, `any` and `none`, which must hold together.</summary>
internal sealed record MapLayout(ImmutableArray<GroupLayout> Groups) : ConditionLayout
{
    public override IEnumerable<TextSpan> Places => Groups.SelectMany(group => group.Places);
}
