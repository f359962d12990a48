using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Language.Tables;

namespace CxRules.Language.Binding;

/// <summary>Puts the cells of a row in the place of the columns that a rule names. Spans stay, so that messages point into the rule.</summary>
/// <param name="row">Null where the table cannot be read: a column is then what it was, a mistake that was reported.</param>
internal sealed class RowRewriter(BindingScope scope, RowCells? row)
{
    public static bool HasColumn(SyntaxNode node) => node is ColumnSyntax || node.Children.Any(HasColumn);

    /// <summary>Columns where no row is.</summary>
    public static void ReportColumns(BindingScope scope, SyntaxNode node, string help)
    {
        if (node is ColumnSyntax column)
        {
            scope.Report(BindingErrors.UnknownColumn, column, column.Alias, column.Column, help);
        }

        foreach (var child in node.Children)
        {
            ReportColumns(scope, child, help);
        }
    }

    public RuleSyntax Rewrite(RuleSyntax rule) => rule with { Clauses = All(rule.Clauses, Clause) };

    private ClauseSyntax Clause(ClauseSyntax clause) => clause switch
    {
        HeaderClauseSyntax header => header with { Value = Operand(header.Value) },
        ConditionClauseSyntax condition => condition with { Condition = Condition(condition.Condition), Hold = Optional(condition.Hold, Hold) },
        HoldClauseSyntax hold => hold with { Hold = Hold(hold.Hold) },
        PerClauseSyntax { Top: { } top } per => per with { Top = top with { Count = Number(top.Count) } },
        MomentClauseSyntax moments => moments with { Moments = All(moments.Moments, Moment) },
        ThenClauseSyntax then => then with { Action = Action(then.Action) },
        _ => clause,
    };

    private MomentSyntax Moment(MomentSyntax moment) => moment is AfterCalendarSyntax after ? after with { Length = Number(after.Length) } : moment;

    private ActionSyntax Action(ActionSyntax action) => action switch
    {
        RouteSyntax route => route with { Owners = All(route.Owners, Operand), Options = All(route.Options, option => option with { Value = Optional(option.Value, Operand) }) },
        TagContactSyntax tag => tag with { Tag = Operand(tag.Tag) },
        CallBackSyntax call => call with { Within = Number(call.Within) },
        NotifySyntax notify => notify with { Within = Optional(notify.Within, Number) },
        _ => action,
    };

    private ConditionSyntax Condition(ConditionSyntax condition) => !HasColumn(condition) ? condition : condition switch
    {
        LogicalSyntax logical => logical with { Operands = All(logical.Operands, Condition) },
        NotSyntax not => not with { Operand = Condition(not.Operand) },
        ParenthesizedSyntax group => group with { Condition = Condition(group.Condition) },
        ComparisonSyntax comparison => comparison with { Left = Operand(comparison.Left), Right = Operand(comparison.Right), Over = Optional(comparison.Over, Window) },
        BetweenSyntax between => between with { Left = Operand(between.Left), Low = Operand(between.Low), High = Operand(between.High) },
        PercentFromSyntax percent => percent with { Left = Operand(percent.Left), Percent = Number(percent.Percent), Reference = Operand(percent.Reference), Over = Optional(percent.Over, Window) },
        HasCodeSyntax has => has with { Code = Operand(has.Code) },
        WithinAfterSyntax within => within with { Length = Number(within.Length) },
        QuantitySyntax quantity => quantity with { Count = Number(quantity.Count), Over = Optional(quantity.Over, Window) },
        ChanceSyntax chance => chance with { Measure = Optional(chance.Measure, Measure), Level = Optional(chance.Level, Number), Over = Optional(chance.Over, Window) },
        JourneySyntax journey => journey with { Contact = Optional(journey.Contact, Condition), Limit = Limit(journey.Limit) },
        RepeatSyntax repeat => repeat with { Limit = Optional(repeat.Limit, Limit) },
        SampleSyntax sample => sample with { Count = Number(sample.Count) },
        CaseStateSyntax state => state with { Hold = Optional(state.Hold, Hold) },
        _ => condition,
    };

    private OperandSyntax Operand(OperandSyntax operand) => !HasColumn(operand) ? operand : operand switch
    {
        ColumnSyntax column => Column(column),
        NumberSyntax number => Number(number),
        MeasureSyntax measure => Measure(measure),
        ListSyntax list => list with { Items = All(list.Items, Operand) },
        ArithmeticSyntax arithmetic => arithmetic with { Left = Operand(arithmetic.Left), Right = Operand(arithmetic.Right) },
        BaselineSyntax { From: { } method } baseline => baseline with { From = method with { Value = Optional(method.Value, Number) } },
        FactorTableSyntax table => table with
        {
            Rows = All(table.Rows, factor => factor with { Code = Operand(factor.Code), Factor = Number(factor.Factor) }),
            Otherwise = Optional(table.Otherwise, Number),
        },
        _ => operand,
    };

    private MeasureSyntax Measure(MeasureSyntax measure) => measure with
    {
        Window = Optional(measure.Window, Window),
        Of = Optional(measure.Of, Condition),
        Among = Optional(measure.Among, Condition),
        Limit = Optional(measure.Limit, Limit),
        Per = Optional(measure.Per, per => per with { Count = Number(per.Count) }),
        Earlier = Optional(measure.Earlier, Number),
    };

    private WindowSyntax Window(WindowSyntax window) => window with { Length = Optional(window.Length, Number) };

    private LimitSyntax Limit(LimitSyntax limit) => limit with { Length = Optional(limit.Length, Number) };

    private HoldSyntax Hold(HoldSyntax hold) => hold with { Length = Number(hold.Length), Needed = Optional(hold.Needed, Number) };

    private OperandSyntax Column(ColumnSyntax column) =>
        Cell(column) is { } cell ? CellLiteral.Operand(cell, column.Span) : new BadOperandSyntax(column.Span);

    private NumberSyntax Number(NumberSyntax number)
    {
        if (number.Column is not { } column || Cell(column) is not { } cell)
        {
            return number;
        }

        if (CellLiteral.Number(cell, number) is { } read)
        {
            return read;
        }

        scope.Report(BindingErrors.BadCell, column, cell.Text, number.Unit is null ? "a number" : $"a number of {number.Unit}");
        return number with { Column = null, Value = 1 };
    }

    private Cell? Cell(ColumnSyntax column)
    {
        if (row is null)
        {
            scope.Fail();
            return null;
        }

        if (row.Read(scope, column) is not { } cell)
        {
            return null;
        }

        if (cell.Text.Length > 0)
        {
            return cell;
        }

        scope.Report(BindingErrors.BadCell, column, "", "empty only where no rule needs it");
        return null;
    }

    private static T? Optional<T>(T? node, Func<T, T> rewrite)
        where T : SyntaxNode => node is null ? null : rewrite(node);

    private static ImmutableArray<T> All<T>(ImmutableArray<T> nodes, Func<T, T> rewrite)
        where T : SyntaxNode => [.. nodes.Select(rewrite)];
}
