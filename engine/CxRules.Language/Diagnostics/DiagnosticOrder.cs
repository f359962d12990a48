namespace CxRules.Language.Diagnostics;

/// <summary>Diagnostics as they are shown: by file, place and code. Two that say the same of the same place are one.</summary>
public sealed class DiagnosticOrder : IComparer<Diagnostic>, IEqualityComparer<Diagnostic>
{
    private DiagnosticOrder()
    {
    }

    public static DiagnosticOrder Instance { get; } = new();

    public int Compare(Diagnostic? x, Diagnostic? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var byFile = ReferenceEquals(x.Text, y.Text) ? 0 : string.CompareOrdinal(x.Text.File, y.Text.File);
        var byPlace = byFile != 0 ? byFile : x.Span.Start.CompareTo(y.Span.Start);
        return byPlace != 0 ? byPlace : string.CompareOrdinal(x.Code, y.Code);
    }

    public bool Equals(Diagnostic? x, Diagnostic? y) => x is null || y is null
        ? ReferenceEquals(x, y)
        : x.Span == y.Span && x.Code == y.Code && x.Message == y.Message && x.Text.File == y.Text.File;

    public int GetHashCode(Diagnostic obj) => HashCode.Combine(obj.Span.Start, obj.Message);
}
