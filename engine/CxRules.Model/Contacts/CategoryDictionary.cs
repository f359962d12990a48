using System.Text;

namespace CxRules.Model.Contacts;

/// <summary>
/// The codes of one category field, in the order in which they were first seen; 0 is "missing". Values that differ by case alone
/// are one code, in that of its spellings that comes first by ordinal: no matter in which order they are seen. Shared by every batch of a
/// history, and by the threads that read it.
/// </summary>
public sealed class CategoryDictionary
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private volatile string[] _values = [""];
    private volatile int _count = 1;

    public CategoryDictionary() => _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many codes there are, "missing" included.</summary>
    public int Count => _count;

    /// <summary>The data value behind a code; the empty text for "missing".</summary>
    public string this[int code] => _values[code];

    /// <summary>The code of a value, added when new; 0 for an empty value.</summary>
    public int Add(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
        {
            return 0;
        }

        lock (_gate)
        {
            if (_lookup.TryGetValue(value, out var code))
            {
                if (value.SequenceCompareTo(_values[code]) < 0)
                {
                    _values[code] = value.ToString();
                }

                return code;
            }

            return AddNew(value.ToString());
        }
    }

    /// <summary>The same for UTF-8 bytes.</summary>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        Span<char> stack = stackalloc char[256];
        var chars = utf8.Length <= stack.Length ? stack : new char[utf8.Length];
        var length = Encoding.UTF8.GetChars(utf8, chars);
        return Add(chars[..length]);
    }

    /// <summary>Readers on other threads go by <see cref="Count"/>: it is told last.</summary>
    private int AddNew(string value)
    {
        var code = _count;
        if (code == _values.Length)
        {
            var grown = new string[2 * code];
            _values.CopyTo(grown, 0);
            _values = grown;
        }

        _values[code] = value;
        _codes.Add(value, code);
        _count = code + 1;
        return code;
    }
}
