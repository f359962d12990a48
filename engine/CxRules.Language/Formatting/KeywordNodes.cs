using System.Collections.Frozen;
using CxRules.Language.Syntax;

namespace CxRules.Language.Formatting;

/// <summary>Nodes whose words are the language's own (`every Monday`, `is In Progress`): their case means nothing.</summary>
internal static class KeywordNodes
{
    private static readonly FrozenSet<Type> Types = FrozenSet.Create(
        typeof(EveryClauseSyntax), typeof(OnDaysSyntax), typeof(TopSyntax), typeof(NotifySyntax));

    public static bool Has(SyntaxNode node) => Types.Contains(node.GetType());
}
