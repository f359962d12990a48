using System.Text;

namespace CxRules.Streams.Conversion;

/// <summary>Yes and no in the spellings that exports use, ignoring case.</summary>
internal sealed class FlagConverter(FieldMapping mapping) : NumberConverter(mapping)
{
    private static readonly (byte[] Word, long Value)[][] WordsByLength = Arrange(
        [.. new[] { "true", "yes", "y", "t", "1" }.Select(word => (word, 1L)), .. new[] { "false", "no", "n", "f", "0" }.Select(word => (word, 0L))]);

    protected override RejectKind? Parse(ReadOnlySpan<byte> value, out long result)
    {
        result = 0;
        if (value.Length < WordsByLength.Length)
        {
            foreach (var (word, number) in WordsByLength[value.Length])
            {
                if (Ascii.EqualsIgnoreCase(value, word))
                {
                    result = number;
                    return null;
                }
            }
        }

        return StreamErrors.BadFlag;
    }

    private static (byte[] Word, long Value)[][] Arrange(List<(string Word, long Value)> words) =>
        [.. Enumerable.Range(0, words.Max(word => word.Word.Length) + 1)
            .Select(length => words.Where(word => word.Word.Length == length).Select(word => (Encoding.ASCII.GetBytes(word.Word), word.Value)).ToArray())];
}
