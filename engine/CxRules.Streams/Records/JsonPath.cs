using System.Collections.Immutable;
using System.Text;
using CxRules.Model.Sources;
using CxRules.Streams.Conversion;

namespace CxRules.Streams.Records;

/// <summary>The properties that are read, as a tree: each object's names, and each array's selectors, with what to do at them.</summary>
internal sealed class JsonPath
{
    private readonly Utf8Table _names = new();
    private readonly List<JsonPath> _children = [];
    private readonly List<int> _slots = [];
    private readonly List<JsonBranch> _branches = [];

    private JsonPath()
    {
    }

    /// <summary>The slots of the value here; none where the path goes on.</summary>
    public IReadOnlyList<int> Slots => _slots;

    public bool HasChildren => _children.Count > 0;

    /// <summary>Which elements of an array that stands here are read.</summary>
    public IReadOnlyList<JsonBranch> Branches => _branches;

    /// <summary>Of an array that stands here the elements matter, if only because none may stand on the way to a property.</summary>
    public bool IsOfElements => _branches.Count > 0 || (_children.Count > 0 && _slots.Count == 0);

    /// <summary>Some slot that is reached through here.</summary>
    public int AnySlot => _children.Count > 0 ? _children[0].AnySlot : _branches.Count > 0 ? _branches[0].Path.AnySlot : _slots[0];

    /// <summary>A tree over all columns: a column is the path that it spells, or a property whose name is all of it.</summary>
    public static JsonPath Create(ImmutableArray<RecordColumn> columns)
    {
        var root = new JsonPath();
        for (var slot = 0; slot < columns.Length; slot++)
        {
            root.Child(columns[slot].Name).Add(slot);
            ColumnPath.Parse(columns[slot].Name).Steps.Aggregate(root, (path, step) => path.Go(step)).Add(slot);
        }

        return root;
    }

    public JsonPath? Find(ReadOnlySpan<byte> name) => _names.TryGet(name, out var index) ? _children[index] : null;

    private void Add(int slot)
    {
        if (!_slots.Contains(slot))
        {
            _slots.Add(slot);
        }
    }

    private JsonPath Go(PathStep step) => step.Selector is { } selector ? Child(step.Name).Branch(selector) : Child(step.Name);

    private JsonPath Branch(PathSelector selector)
    {
        if (_branches.Find(branch => branch.Selector.Tests.SequenceEqual(selector.Tests)) is { } known)
        {
            return known.Path;
        }

        var branch = new JsonBranch(selector, new());
        _branches.Add(branch);
        return branch.Path;
    }

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
