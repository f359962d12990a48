using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Sessions;

/// <summary>`and`, `or` and `not` over whatever decides their parts.</summary>
internal static class SignalLogic
{
    /// <summary>What is decided already is not asked for.</summary>
    /// <param name="decide">Decides what is none of the three.</param>
    public static Truth Decide<TContext>(SignalPlan signal, TContext context, Func<SignalPlan, TContext, Truth> decide) => signal switch
    {
        AllSignals all => Fold(all.Operands, context, decide, Truth.True, TruthOperators.And),
        AnySignal any => Fold(any.Operands, context, decide, Truth.False, TruthOperators.Or),
        NotSignal not => TruthOperators.Not(Decide(not.Operand, context, decide)),
        _ => decide(signal, context),
    };

    private static Truth Fold<TContext>(IEnumerable<SignalPlan> operands, TContext context, Func<SignalPlan, TContext, Truth> decide, Truth seed, Func<Truth, Truth, Truth> connect)
    {
        var truth = seed;
        var decided = TruthOperators.Not(seed);
        foreach (var operand in operands)
        {
            truth = connect(truth, Decide(operand, context, decide));
            if (truth == decided)
            {
                break;
            }
        }

        return truth;
    }
}
