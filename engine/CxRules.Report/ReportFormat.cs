namespace CxRules.Report;

/// <summary>How results are written.</summary>
public enum ReportFormat
{
    /// <summary>For reading on a terminal.</summary>
    Pretty,

    /// <summary>The shapes of the command line's contract.</summary>
    Json,

    /// <summary>GitHub-flavoured Markdown, for a comment on a pull request.</summary>
    Markdown,

    /// <summary>One self-contained page.</summary>
    Html,
}

/// <summary>The paper that pretty reports are written on.</summary>
/// <param name="Width">Columns of a line.</param>
/// <param name="Color">ANSI colours may be used.</param>
public sealed record ReportLayout(int Width = 100, bool Color = false)
{
    public static ReportLayout Plain { get; } = new();
}
