namespace CxRules.Benchmarks.EndToEnd.RuleSets;

/// <summary>How the generated history is read, on either side: all of its columns are typed.</summary>
internal static class HistorySource
{
    /// <param name="folder">Of the rule set.</param>
    /// <param name="more">Fields beyond the built-in ones, as lines of YAML.</param>
    public static void Write(string folder, string more = "") => File.WriteAllText(Path.Combine(folder, "generated.source.yaml"), $$"""
        source: generated
        format: csv
        zone: UTC
        fields:
          id: contact_id
          occurred at: timestamp
          channel: channel
          disposition: disposition
          product: product
          region: region
          customer: customer_id
          handle time: { column: handle_time_seconds, unit: seconds }
          csat: csat
          cancelled: cancelled
          agent: agent_id
        {{more}}
        """);

    /// <summary>Told of no quotes, DuckDB reads fastest.</summary>
    public static string Sql(string history) => $$"""
        read_csv('{{history.Replace("'", "''", StringComparison.Ordinal)}}', header = true, auto_detect = false, delim = ',', quote = '', escape = '', columns = {
          'contact_id': 'VARCHAR', 'timestamp': 'TIMESTAMP', 'channel': 'VARCHAR', 'disposition': 'VARCHAR', 'product': 'VARCHAR', 'region': 'VARCHAR',
          'customer_id': 'VARCHAR', 'handle_time_seconds': 'INTEGER', 'csat': 'INTEGER', 'cancelled': 'BOOLEAN', 'agent_id': 'VARCHAR', 'cost': 'DOUBLE'})
        """;
}
