using System.Globalization;
using CxRules.Language.Syntax;

namespace CxRules.Language.Tests.Syntax;

/// <summary>Prints syntax nodes as short lines that a test table can hold.</summary>
internal static class TreePrinter
{
    public static string Print(RuleFileSyntax file) => string.Join("\n", file.Rules.Select(Print));

    public static string Print(RuleSyntax rule) =>
        $"rule {rule.Id?.Value ?? "-"}{(rule.Title is { } title ? $" '{title.Value}'" : "")}: {string.Join("; ", rule.Clauses.Select(Print))}";

    public static string Print(SyntaxNode? node) => node switch
    {
        null => "-",
        HeaderClauseSyntax header => $"{header.Keyword} {Print(header.Value)}",
        ConditionClauseSyntax { Hold: { } hold } clause => $"{clause.Keyword} {Print(clause.Condition)} for {Print(hold)}",
        ConditionClauseSyntax clause => $"{clause.Keyword} {Print(clause.Condition)}",
        HoldClauseSyntax clause => $"for {Print(clause.Hold)}",
        PerClauseSyntax clause => $"per {string.Join(", ", clause.Fields.Select(Print))}",
        EveryClauseSyntax clause => $"every {clause.Words.Value}{(clause.At is { } at ? $" at {Print(at)}" : "")}",
        ThenClauseSyntax clause => $"then {Print(clause.Action)}",
        HoldSyntax { Needed: { } needed } hold => $"{Print(needed)} of {Print(hold.Length)}",
        HoldSyntax hold => Print(hold.Length),
        WindowSyntax window => window.Word ?? $"over {Print(window.Length)}",
        RouteSyntax route => Print(route),
        RouteOptionSyntax option => $" with {option.Name}{(option.Value is { } value ? " " + Print(value) : "")}",
        SuppressSyntax suppress => $"suppress {suppress.Target.Value}{Because(suppress.Because)}",
        BadActionSyntax or BadConditionSyntax or BadOperandSyntax => "bad",
        OperandSyntax operand => PrintOperand(operand),
        ConditionSyntax condition => PrintCondition(condition),
        OperatorSyntax sign => sign.Kind.ToString(),
        BaselineFromSyntax { Value: { } value } from => $" from {from.Method} {Print(value)}",
        BaselineFromSyntax { Exposure: { } exposure } from => $" from {from.Method} {Print(exposure)}",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static string Print(RouteSyntax route) =>
        $"route {(route.OwnerOf is { } field ? $"owner-of {Print(field)}" : string.Join(" and ", route.Owners.Select(Print)))}{string.Concat(route.Options.Select(Print))}{Because(route.Because)}";

    private static string Because(TextSyntax? text) => text is null ? "" : $" because {Print(text)}";

    private static string PrintCondition(ConditionSyntax condition) => condition switch
    {
        LogicalSyntax logical => $"({(logical.IsAnd ? "and" : "or")} {string.Join(' ', logical.Operands.Select(Print))})",
        NotSyntax not => $"(not {Print(not.Operand)})",
        ParenthesizedSyntax parenthesized => $"[{Print(parenthesized.Condition)}]",
        ComparisonSyntax comparison => $"({comparison.Operator.Kind} {Print(comparison.Left)} {Print(comparison.Right)}{Over(comparison.Over)})",
        BetweenSyntax between => $"(between {Print(between.Left)} {Print(between.Low)} {Print(between.High)})",
        PercentFromSyntax percent => $"({(percent.Above ? "above" : "below")} {Print(percent.Left)} {Print(percent.Percent)} {Print(percent.Reference)}{Over(percent.Over)})",
        FlagSyntax flag => $"(flag {Print(flag.Field)})",
        PresenceSyntax presence => $"({(presence.Present ? "has" : "no")} {Print(presence.Field)})",
        ContainsSyntax contains => $"(contains {Print(contains.Field)} {string.Join('|', contains.Texts.Select(Print))})",
        MatchesSyntax matches => $"(matches {Print(matches.Field)} {Print(matches.Pattern)})",
        HasCodeSyntax has => $"(has-code {Print(has.Field)} {Print(has.Code)})",
        WithinAfterSyntax within => $"(within {Print(within.Length)} after {Print(within.Field)})",
        QuantitySyntax quantity => $"(quantity {quantity.Operator.Kind} {Print(quantity.Count)}{Over(quantity.Over)})",
        ChanceSyntax chance => $"(chance {Print((SyntaxNode?)chance.Measure)}{(chance.Level is { } level ? $" at {Print(level)}" : "")}{Over(chance.Over)})",
        _ => throw new InvalidOperationException(condition.GetType().Name),
    };

    private static string Over(WindowSyntax? window) => window is null ? "" : $" {Print(window)}";

    private static string PrintOperand(OperandSyntax operand) => operand switch
    {
        WordsSyntax { IsField: true } words => $"field:{words.Value}",
        WordsSyntax words => words.Value,
        TextSyntax text => $"'{text.Value}'",
        PatternSyntax pattern => $"/{pattern.Value}/",
        NumberSyntax number => number.Value.ToString(CultureInfo.InvariantCulture) + number.Unit,
        DateSyntax date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSyntax time => time.Value.ToString("HH:mm", CultureInfo.InvariantCulture),
        ListSyntax list => $"{{{string.Join(", ", list.Items.Select(Print))}}}",
        BaselineSyntax baseline => $"baseline{(baseline.From is { } from ? Print(from) : "")}",
        ArithmeticSyntax sum => $"({Print(sum.Left)} {sum.Operator} {Print(sum.Right)})",
        MeasureSyntax measure => Print(measure),
        _ => throw new InvalidOperationException(operand.GetType().Name),
    };

    private static string Print(MeasureSyntax measure)
    {
        var name = measure.Name.ToString().ToLowerInvariant() + (measure.Rank is { } rank ? $"-{rank}" : "");
        return $"<{(measure.Window is { } window ? Print(window) + " " : "")}{name}"
            + $"{(measure.Of is { } of ? $" of {Print(of)}" : "")}{(measure.Among is { } among ? $" among {Print(among)}" : "")}{(measure.Field is { } field ? $" {Print(field)}" : "")}>";
    }
}
