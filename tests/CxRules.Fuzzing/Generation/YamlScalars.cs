namespace CxRules.Fuzzing.Generation;

/// <summary>The ways YAML can write a text.</summary>
internal static class YamlScalars
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    public static string Of(string value, int indent, Random random)
    {
        var space = new string(' ', indent);
        var canFold = !value.Contains('#', StringComparison.Ordinal) && !value.Contains('\u00a0', StringComparison.Ordinal);
        return random.Next(6) switch
        {
            0 => Single(value),
            1 => Double(value),
            2 when canFold => $">-\n{space}{value}",
            3 when canFold => $"|-\n{space}{value}",
            _ => IsPlain(value) ? value : Single(value),
        };
    }

    private static bool IsPlain(string value) =>
        value.Length > 0 && !Indicators.Contains(value[0], StringComparison.Ordinal) && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal)
        && !value.EndsWith(':') && value.Trim() == value;

    private static string Single(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Double(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
