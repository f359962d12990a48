namespace CxRules.Testing.Surveys;

/// <summary>Shares in per cent.</summary>
internal static class Percent
{
    /// <summary>Null of nothing.</summary>
    public static decimal? Of(decimal part, decimal whole) => whole == 0 ? null : 100 * part / whole;
}
