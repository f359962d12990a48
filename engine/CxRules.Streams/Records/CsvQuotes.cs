namespace CxRules.Streams.Records;

/// <summary>What is wrong with the quotes of one CSV field.</summary>
internal static class CsvQuotes
{
    /// <summary>Null where the field can be taken: not quoted, well quoted, or only white space follows the closing quote.</summary>
    public static RejectKind? FaultOf(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty || raw[0] != '"')
        {
            return null;
        }

        for (var i = 1; i < raw.Length; i++)
        {
            if (raw[i] != '"')
            {
                continue;
            }

            if (i + 1 < raw.Length && raw[i + 1] == '"')
            {
                i++;
                continue;
            }

            return Utf8Text.Trim(raw[(i + 1)..]).IsEmpty ? null : StreamErrors.TextAfterQuote;
        }

        return StreamErrors.UnclosedQuote;
    }
}
