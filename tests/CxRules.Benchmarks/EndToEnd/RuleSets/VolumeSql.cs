using CxRules.Benchmarks.EndToEnd.Histories;

namespace CxRules.Benchmarks.EndToEnd.RuleSets;

/// <summary>The same volume signals in SQL: weeks that end on each day, the median of the eight weeks before as far as they are whole, four at least.</summary>
internal static class VolumeSql
{
    private const int Week = 7;
    private const int Windows = 8;

    public static string Of(string history) => $$"""
        WITH days AS (
          SELECT disposition, (timestamp::DATE - DATE '{{HistoryCalendar.FirstDay:yyyy-MM-dd}}')::INTEGER AS day, count(*) AS contacts, sum({{ContactPrice.Sql}}) AS cost
          FROM {{HistorySource.Sql(history)}}
          GROUP BY 1, 2),
        grid AS (
          SELECT d.disposition, r.day, coalesce(days.contacts, 0) AS contacts, coalesce(days.cost, 0) AS cost
          FROM (SELECT DISTINCT disposition FROM days) d
          CROSS JOIN range(0, {{HistoryCalendar.Days}}) r(day)
          LEFT JOIN days ON days.disposition = d.disposition AND days.day = r.day),
        weeks AS (
          SELECT disposition, day, contacts, cost, CASE WHEN day >= {{Week - 1}} THEN sum(contacts) OVER w END AS volume, sum(cost) OVER w AS money
          FROM grid
          WINDOW w AS (PARTITION BY disposition ORDER BY day ROWS BETWEEN {{Week - 1}} PRECEDING AND CURRENT ROW)),
        learned AS (
          SELECT *, list_aggregate([{{string.Join(", ", Enumerable.Range(1, Windows).Select(step => $"lag(volume, {step * Week}) OVER o"))}}], 'median') AS baseline
          FROM weeks
          WINDOW o AS (PARTITION BY disposition ORDER BY day)),
        signals AS (
          SELECT *, day >= {{VolumeProject.WithoutBaseline}} AND 10 * volume > 13 * baseline AS signal FROM learned)
        SELECT disposition, sum(contacts)::BIGINT AS contacts, sum(cost)::BIGINT AS cost, count(*) FILTER (signal)::INTEGER AS signals, min(day) FILTER (signal) AS first,
          sum((volume - baseline) * money / volume) FILTER (signal) AS excess
        FROM signals
        GROUP BY disposition
        ORDER BY disposition
        """;
}
