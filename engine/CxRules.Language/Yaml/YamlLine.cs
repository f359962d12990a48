using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>A line as it stands, whether it is YAML or not.</summary>
/// <param name="Indent">Spaces before its text.</param>
/// <param name="Start">The column of its text, behind the `- ` of items.</param>
internal readonly record struct YamlLine(TextSpan Span, string Written, int Indent, int Start)
{
    /// <summary>Nothing, or a comment.</summary>
    public bool IsEmpty => Indent == Written.Length || Written[Indent] == '#';

    public bool IsItem => IsDash(Written, Indent);

    /// <summary>The column at which the value of its key begins, or of its item; the column of its text, where it has neither.</summary>
    public int Value => Written.AsSpan(Start).IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? Start + colon + 1
        : Written.EndsWith(':') ? Written.Length
        : Start;

    /// <summary>Lines below that are indented further go on with its value.</summary>
    public int Column => Value > Start ? Start : Indent;

    public static YamlLine Of(SourceText text, int number)
    {
        var span = text.Line(number);
        var written = text[span].TrimEnd();
        var indent = SkipSpaces(written, 0);
        var start = indent;
        while (IsDash(written, start))
        {
            start = SkipSpaces(written, start + 1);
        }

        return new(span, written, indent, start);
    }

    public bool IsKey(string key) => Written.AsSpan(Start).StartsWith(key, StringComparison.Ordinal) && Value == Start + key.Length + 1;

    private static bool IsDash(string written, int at) => at < written.Length && written[at] == '-' && (at + 1 == written.Length || written[at + 1] == ' ');

    private static int SkipSpaces(string written, int at)
    {
        while (at < written.Length && written[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
