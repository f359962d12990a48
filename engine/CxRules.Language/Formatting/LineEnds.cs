namespace CxRules.Language.Formatting;

/// <summary>How the lines of a file end: CRLF where all of them do, else LF.</summary>
internal static class LineEnds
{
    public static string Of(string content)
    {
        var count = content.Count(c => c is '\n' or '\r');
        var pairs = 0;
        for (var i = 1; i < content.Length; i++)
        {
            pairs += content[i] == '\n' && content[i - 1] == '\r' ? 1 : 0;
        }

        return pairs > 0 && count == 2 * pairs ? "\r\n" : "\n";
    }
}
