namespace CxRules.Streams;

/// <summary>A history cannot be read, or not any further: the user's file or mapping is at fault, and the message says what to mend.</summary>
public sealed class HistoryException : IOException
{
    internal HistoryException(RejectKind kind, string file, int line, params object?[] arguments)
        : this(kind, file, line, null, arguments)
    {
    }

    internal HistoryException(RejectKind kind, string file, int line, Exception? cause, object?[] arguments)
        : base(kind.Format(arguments), cause)
    {
        Code = kind.Code;
        File = file;
        Line = line;
    }

    /// <summary>CXR4xxx.</summary>
    public string Code { get; }

    /// <summary>The history, or the source file where the mapping is at fault.</summary>
    public string File { get; }

    /// <summary>From 1; 0 where the whole file is meant.</summary>
    public int Line { get; }
}
