using System.Buffers;
using System.Text.RegularExpressions;

namespace CxRules.Language.Binding;

/// <summary>Whether a pattern can be run without backtracking, told without building what runs it: that takes milliseconds and a megabyte.</summary>
internal static class PatternCheck
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int LongestPlain = 200;

    private static readonly SearchValues<string> s_mayBeRefused =
        SearchValues.Create(["(?", "{", "\\0", "\\1", "\\2", "\\3", "\\4", "\\5", "\\6", "\\7", "\\8", "\\9", "\\k", "\\G"], StringComparison.Ordinal);

    /// <exception cref="ArgumentException">It is no pattern.</exception>
    /// <exception cref="NotSupportedException">It cannot be run without backtracking, or is too large for that.</exception>
    public static void Verify(string pattern)
    {
        var isPlain = pattern.Length <= LongestPlain && !pattern.AsSpan().ContainsAny(s_mayBeRefused);
        _ = new Regex(pattern, isPlain ? Options : Options | RegexOptions.NonBacktracking);
    }
}
