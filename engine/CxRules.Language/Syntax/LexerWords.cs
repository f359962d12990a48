namespace CxRules.Language.Syntax;

/// <summary>Letters, digits and `_`, with hyphens inside.</summary>
internal static class LexerWords
{
    /// <summary>Where the words end that dots join to the one that ends here; the same place where none are.</summary>
    public static int DottedEnd(string text, int end)
    {
        while (end + 1 < text.Length && text[end] == '.' && LexerCharacters.WordLength(text, end + 1) > 0)
        {
            end = End(text, end + 1);
        }

        return end;
    }

    public static int End(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var length = LexerCharacters.WordLength(text, end);
            if (length == 0 && text[end] == '-')
            {
                var next = end;
                while (next < text.Length && text[next] == '-')
                {
                    next++;
                }

                length = next < text.Length && LexerCharacters.WordLength(text, next) > 0 ? next - end : 0;
            }

            if (length == 0)
            {
                break;
            }

            end += length;
        }

        return end;
    }
}
