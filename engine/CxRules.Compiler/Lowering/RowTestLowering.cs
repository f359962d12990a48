using System.Linq.Expressions;
using CxRules.Compiler.RowTests;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.Lowering;

/// <summary>Lowers a condition to an expression tree over a row, and that to a delegate.</summary>
internal static class RowTestLowering
{
    private static readonly Dictionary<Comparison, Func<long, long, bool>> Comparisons = new()
    {
        [Comparison.Equal] = (left, right) => left == right,
        [Comparison.NotEqual] = (left, right) => left != right,
        [Comparison.Less] = (left, right) => left < right,
        [Comparison.LessOrEqual] = (left, right) => left <= right,
        [Comparison.Greater] = (left, right) => left > right,
        [Comparison.GreaterOrEqual] = (left, right) => left >= right,
    };

    public static RowTestFactory Lower(BoundCondition condition, ContactSchema schema, ZoneRules zone) => dictionaries =>
    {
        var batch = Expression.Parameter(typeof(ContactBatch), "contact");
        var row = Expression.Parameter(typeof(int), "row");
        var body = Build(condition, leaf => Bind(leaf, schema, zone, dictionaries), batch, row);
        return Expression.Lambda<RowTest>(body, batch, row).Compile();
    };

    private static Expression Build(BoundCondition condition, Func<BoundCondition, RowTestLeaf> bind, ParameterExpression batch, ParameterExpression row) => condition switch
    {
        BoundAnd and => Fold(and.Operands.Select(operand => Build(operand, bind, batch, row)), Truth.True, nameof(TruthOperators.And)),
        BoundOr or => Fold(or.Operands.Select(operand => Build(operand, bind, batch, row)), Truth.False, nameof(TruthOperators.Or)),
        BoundNot not => Expression.Call(typeof(TruthOperators), nameof(TruthOperators.Not), null, Build(not.Operand, bind, batch, row)),
        _ => Expression.Call(Expression.Constant(bind(condition)), nameof(RowTestLeaf.Test), null, batch, row),
    };

    /// <summary>Operands in turn, stopping at the first that decides.</summary>
    private static Expression Fold(IEnumerable<Expression> operands, Truth neutral, string connective)
    {
        var decided = Expression.Constant(TruthOperators.Not(neutral));
        return operands.Reverse().Aggregate((Expression?)null, (rest, operand) =>
        {
            if (rest is null)
            {
                return operand;
            }

            var value = Expression.Variable(typeof(Truth));
            return Expression.Block(
                [value],
                Expression.Assign(value, operand),
                Expression.Condition(Expression.Equal(value, decided), decided, Expression.Call(typeof(TruthOperators), connective, null, value, rest)));
        }) ?? Expression.Constant(neutral);
    }

    private static RowTestLeaf Bind(BoundCondition leaf, ContactSchema schema, ZoneRules zone, ContactDictionaries dictionaries) => leaf switch
    {
        BoundCodeIn { Field.Kind: FieldKind.List } code => new ListLeaf(code.Field, new CodeMembership(dictionaries[code.Field], new CodeSet(code.Codes))),
        BoundCodeIn code => new CodeLeaf(code.Field, new CodeMembership(dictionaries[code.Field], new CodeSet(code.Codes))),
        BoundNumber number when Interval.Of(number) is var interval => new RangeLeaf(number.Field, interval.Low, interval.High, interval.Inside),
        BoundFields fields => new FieldsLeaf(fields.Left, Comparisons[fields.Comparison], fields.Right),
        BoundFlag flag => new RangeLeaf(flag.Field, 1, 1, true),
        BoundPresence presence => new PresenceLeaf(presence.Field),
        BoundContains contains => new ContainsLeaf(contains.Field, [.. contains.Words]),
        BoundMatches matches => new MatchesLeaf(matches.Field, matches.Pattern),
        BoundWeekday weekday => new WeekdayLeaf(schema.OccurredAt, zone, weekday.Days.ToHashSet()),
        BoundLocalTime time => new LocalTimeLeaf(schema.OccurredAt, zone, time.From, time.To),
        BoundWithinAfter within => new WithinAfterLeaf(schema.OccurredAt, within.Field, within.Ticks),
        BoundJourney => new UnknownLeaf(),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {leaf.GetType().Name}."),
    };
}
