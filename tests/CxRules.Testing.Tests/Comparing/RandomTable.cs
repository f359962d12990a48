namespace CxRules.Testing.Tests.Comparing;

/// <summary>Makes a rule several: one for each row of a table.</summary>
internal static class RandomTable
{
    public const string File = "limits.csv";

    public const string Csv = "key,limit,disposition,owner\nlow,2,late,Logistics\nhigh,9,\"Late Fee (old)\",Repairs\nnever,1000,broken,Billing\n";

    /// <summary>Mostly the rule as it is.</summary>
    public static string Text(Dice dice, string rule, string condition) => dice.Is(.8) ? rule
        : "for each row of limits.csv as t\n" + rule.Replace(condition, $"{condition} and volume over 9 days > t.limit and disposition = t.disposition", StringComparison.Ordinal);
}
