using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>The `and` operands of `if`, those about contacts apart from those about measures, cases and signals; definitions are taken apart too.</summary>
internal sealed record ConditionSplit(IReadOnlyList<ConditionSyntax> Contacts, IReadOnlyList<ConditionSyntax> Signals, IReadOnlyList<ConditionSyntax> Mixed)
{
    public static ConditionSplit Of(ConditionSyntax condition, DefinitionTable definitions)
    {
        var parts = new Parts(definitions, [], [], []);
        parts.Add(condition, static node => node);
        return new(parts.Contacts, parts.Signals, parts.Mixed);
    }

    private sealed record Parts(DefinitionTable Definitions, List<ConditionSyntax> Contacts, List<ConditionSyntax> Signals, List<ConditionSyntax> Mixed)
    {
        /// <param name="wrap">Puts a part of a definition into the definition.</param>
        public void Add(ConditionSyntax condition, Func<ConditionSyntax, ConditionSyntax> wrap)
        {
            switch (condition)
            {
                case ParenthesizedSyntax group:
                    Add(group.Condition, wrap);
                    break;
                case LogicalSyntax { IsAnd: true } and:
                    foreach (var operand in and.Operands)
                    {
                        Add(operand, wrap);
                    }

                    break;
                case NotSyntax { Operand: NotSyntax inner }:
                    Add(inner.Operand, wrap);
                    break;
                case FlagSyntax flag when Definitions.Expand(flag) is { Definition.HasErrors: false } expanded:
                    Add(expanded, wrap);
                    break;
                case FlagSyntax flag when Definitions.Find(flag.Field) is { HasErrors: true }:
                    Contacts.Add(wrap(condition));
                    break;
                default:
                    var content = ConditionContent.Of(condition, Definitions);
                    var list = ConditionContent.IsMixed(content) ? Mixed : content is Content.Contact or Content.None ? Contacts : Signals;
                    list.Add(wrap(condition));
                    break;
            }
        }

        private void Add(ExpandedSyntax expanded, Func<ConditionSyntax, ConditionSyntax> wrap) =>
            Add(expanded.Body, body => wrap(expanded with { Body = body }));
    }
}
