using System.Text;
using CxRules.Model.Sources;

namespace CxRules.Streams.Conversion;

/// <summary>A field's `map` and `missing`: what stands in the source → what is read; an empty value is missing.</summary>
internal sealed class Substitutes
{
    private readonly Utf8Table _index = new();
    private readonly List<byte[]> _values = [];

    private Substitutes()
    {
    }

    /// <summary>Null where the field has neither.</summary>
    public static Substitutes? Create(SourceField source)
    {
        if (source.Map.IsEmpty && source.Missing.IsDefaultOrEmpty)
        {
            return null;
        }

        var substitutes = new Substitutes();
        foreach (var (from, to) in source.Map)
        {
            substitutes.Add(from, to);
        }

        foreach (var missing in source.Missing.IsDefault ? [] : source.Missing)
        {
            substitutes.Add(missing, "");
        }

        return substitutes;
    }

    /// <summary>What to read for a trimmed value.</summary>
    public ReadOnlySpan<byte> For(ReadOnlySpan<byte> value) => _index.TryGet(value, out var index) ? _values[index] : value;

    private void Add(string from, string to)
    {
        var key = Utf8Text.Trim(Encoding.UTF8.GetBytes(from));
        if (!_index.TryGet(key, out _))
        {
            _index.Add(key, _values.Count);
            _values.Add(Utf8Text.Trim(Encoding.UTF8.GetBytes(to)).ToArray());
        }
    }
}
