using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Tasks;

/// <summary>How long people have for what they are asked to do.</summary>
internal static class TaskTimes
{
    /// <summary>Ticks of 100 ns; null: no date.</summary>
    public static long? Within(ActionPlan action) => action switch
    {
        CallBackAction call => call.Within,
        NotifyAction notify => notify.Within,
        _ => null,
    };
}
