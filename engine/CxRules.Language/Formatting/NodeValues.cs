using System.Collections.Frozen;
using CxRules.Language.Syntax;

namespace CxRules.Language.Formatting;

/// <summary>What a node says itself, beside its children and its place; which of its optional children it has, where their types do not tell.</summary>
internal static class NodeValues
{
    private static readonly FrozenDictionary<Type, Func<SyntaxNode, object?>> Values = new Dictionary<Type, Func<SyntaxNode, object?>>
    {
        [typeof(HeaderClauseSyntax)] = Keyword,
        [typeof(ConditionClauseSyntax)] = Keyword,
        [typeof(HoldClauseSyntax)] = Keyword,
        [typeof(PerClauseSyntax)] = Keyword,
        [typeof(EveryClauseSyntax)] = Keyword,
        [typeof(MomentClauseSyntax)] = Keyword,
        [typeof(ThenClauseSyntax)] = Keyword,
        [typeof(WindowSyntax)] = Of<WindowSyntax>(window => window.Word),
        [typeof(LogicalSyntax)] = Of<LogicalSyntax>(logical => logical.IsAnd),
        [typeof(PercentFromSyntax)] = Of<PercentFromSyntax>(percent => percent.Above),
        [typeof(PresenceSyntax)] = Of<PresenceSyntax>(presence => presence.Present),
        [typeof(OperatorSyntax)] = Of<OperatorSyntax>(sign => sign.Kind),
        [typeof(JourneySyntax)] = Of<JourneySyntax>(journey => journey.IsFollowed),
        [typeof(WordsSyntax)] = Of<WordsSyntax>(words => (words.Value, words.IsField)),
        [typeof(TextSyntax)] = Of<TextSyntax>(text => text.Value),
        [typeof(PatternSyntax)] = Of<PatternSyntax>(pattern => pattern.Value),
        [typeof(NumberSyntax)] = Of<NumberSyntax>(number => (number.Value, number.Unit?.ToUpperInvariant())),
        [typeof(ColumnSyntax)] = Of<ColumnSyntax>(column => (column.Alias, column.Column)),
        [typeof(DateSyntax)] = Of<DateSyntax>(date => date.Value),
        [typeof(TimeSyntax)] = Of<TimeSyntax>(time => time.Value),
        [typeof(MeasureSyntax)] = Of<MeasureSyntax>(measure => (measure.Name, measure.Rank, measure.Of is null, measure.Among is null, measure.Limit is null, measure.Earlier is null)),
        [typeof(BaselineFromSyntax)] = Of<BaselineFromSyntax>(from => from.Method.ToUpperInvariant()),
        [typeof(ArithmeticSyntax)] = Of<ArithmeticSyntax>(sum => sum.Operator),
        [typeof(RouteSyntax)] = Of<RouteSyntax>(route => (route.Verb, route.Owners.Length, route.OwnerOf is null)),
        [typeof(RouteOptionSyntax)] = Of<RouteOptionSyntax>(option => option.Name.ToUpperInvariant()),
        [typeof(DefinitionSyntax)] = Of<DefinitionSyntax>(definition => definition.Condition is null),
    }.ToFrozenDictionary();

    public static bool Has(Type type) => Values.ContainsKey(type);

    public static bool Equal(SyntaxNode left, SyntaxNode right) =>
        !Values.TryGetValue(left.GetType(), out var values) || Equals(values(left), values(right));

    private static Func<SyntaxNode, object?> Of<T>(Func<T, object?> value)
        where T : SyntaxNode => node => node is T typed ? value(typed) : null;

    private static string Keyword(SyntaxNode node) => node is ClauseSyntax clause ? clause.Keyword.ToUpperInvariant() : "";
}
