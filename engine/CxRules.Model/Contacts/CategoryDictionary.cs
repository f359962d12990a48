using System.Text;

namespace CxRules.Model.Contacts;

/// <summary>
/// The codes of one category field, in the order in which they were first seen; 0 is "missing". Values that differ by case alone
/// are one code, in that of its spellings that comes first by ordinal: no matter in which order they are seen. Shared by every batch of a history; not thread-safe.
/// </summary>
public sealed class CategoryDictionary
{
    private readonly List<string> _values = [""];
    private readonly Dictionary<string, int> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public CategoryDictionary() => _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many codes there are, "missing" included.</summary>
    public int Count => _values.Count;

    /// <summary>The data value behind a code; the empty text for "missing".</summary>
    public string this[int code] => _values[code];

    /// <summary>The code of a value, added when new; 0 for an empty value.</summary>
    public int Add(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
        {
            return 0;
        }

        if (_lookup.TryGetValue(value, out var code))
        {
            if (value.SequenceCompareTo(_values[code]) < 0)
            {
                _values[code] = value.ToString();
            }

            return code;
        }

        var text = value.ToString();
        code = _values.Count;
        _values.Add(text);
        _codes.Add(text, code);
        return code;
    }

    /// <summary>The same for UTF-8 bytes.</summary>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        Span<char> stack = stackalloc char[256];
        var chars = utf8.Length <= stack.Length ? stack : new char[utf8.Length];
        var length = Encoding.UTF8.GetChars(utf8, chars);
        return Add(chars[..length]);
    }
}
