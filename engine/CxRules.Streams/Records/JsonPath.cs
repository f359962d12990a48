using System.Collections.Immutable;
using System.Text;
using CxRules.Streams.Conversion;

namespace CxRules.Streams.Records;

/// <summary>The properties that are read, as a tree: each object's names with what to do at them.</summary>
internal sealed class JsonPath
{
    private readonly Utf8Table _names = new();
    private readonly List<JsonPath> _children = [];

    private JsonPath()
    {
    }

    /// <summary>The slot of the value here; -1 where the path goes on.</summary>
    public int Slot { get; private set; } = -1;

    public bool HasChildren => _children.Count > 0;

    /// <summary>A tree over all columns: `a.b` is the property `b` of the object `a`, or a property whose name is `a.b`.</summary>
    public static JsonPath Create(ImmutableArray<RecordColumn> columns)
    {
        var root = new JsonPath();
        for (var slot = 0; slot < columns.Length; slot++)
        {
            var name = columns[slot].Name;
            root.Child(name).Slot = slot;
            name.Split('.').Aggregate(root, (path, part) => path.Child(part)).Slot = slot;
        }

        return root;
    }

    public JsonPath? Find(ReadOnlySpan<byte> name) => _names.TryGet(name, out var index) ? _children[index] : null;

    private JsonPath Child(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        if (Find(utf8) is { } known)
        {
            return known;
        }

        var child = new JsonPath();
        _names.Add(utf8, _children.Count);
        _children.Add(child);
        return child;
    }
}
