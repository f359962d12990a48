namespace CxRules.Runtime.Sessions;

/// <summary>
/// Tells which groups an evaluation concerns. The others exist and are quiet: nothing of them is in reach, so each decides as a group
/// without contacts. Evaluations come in their order.
/// </summary>
internal sealed class Roster
{
    private readonly RuleGroups _groups;
    private readonly List<(int Group, int End)>[] _joining;

    /// <summary>By evaluation: groups that have had a contact by then.</summary>
    private readonly int[] _existing;

    private readonly List<(int Group, int End, GroupState State)> _stirring = [];
    private readonly Dictionary<int, GroupState> _restless = [];

    /// <param name="stirrings">Null: every group is evaluated each time.</param>
    public Roster(RuleGroups groups, Stirrings? stirrings, IReadOnlyList<int> ends)
    {
        _groups = groups;
        _joining = [.. ends.Select(_ => new List<(int, int)>())];
        _existing = new int[ends.Count];
        for (var number = 0; number < groups.Count; number++)
        {
            var group = groups[number];
            var first = FirstAfter(ends, group.FirstIndex);
            if (first == ends.Count)
            {
                continue;
            }

            _existing[first]++;
            foreach (var (start, end) in stirrings?.Of(group) ?? [(first, ends.Count)])
            {
                if (end > first)
                {
                    _joining[Math.Max(start, first)].Add((number, end));
                }
            }
        }

        for (var evaluation = 1; evaluation < _existing.Length; evaluation++)
        {
            _existing[evaluation] += _existing[evaluation - 1];
        }
    }

    /// <summary>Groups that exist at an evaluation.</summary>
    public int ExistingAt(int evaluation) => _existing[evaluation];

    /// <summary>The groups that an evaluation concerns.</summary>
    /// <param name="isQuiet">True for a group that nothing it did before concerns any more.</param>
    public List<(int Number, GroupState State)> At(int evaluation, Func<GroupState, bool> isQuiet)
    {
        _stirring.RemoveAll(entry => entry.End <= evaluation);
        foreach (var (number, end) in _joining[evaluation])
        {
            _stirring.Add((number, end, _groups[number]));
        }

        _joining[evaluation] = [];
        foreach (var number in _restless.Where(entry => isQuiet(entry.Value)).Select(entry => entry.Key).ToList())
        {
            _restless.Remove(number);
        }

        var due = new List<(int, GroupState)>(_restless.Count + _stirring.Count);
        due.AddRange(_restless.Select(entry => (entry.Key, entry.Value)));
        due.AddRange(_stirring.Where(entry => !_restless.ContainsKey(entry.Group)).Select(entry => (entry.Group, entry.State)));
        return due;
    }

    /// <summary>Evaluates a group at each instant from the next one on, until it is quiet.</summary>
    public void Keep(int number, GroupState state)
    {
        _groups.Keep(number, state);
        _restless.TryAdd(number, state);
    }

    private static int FirstAfter(IReadOnlyList<int> ends, int index)
    {
        var (low, high) = (0, ends.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = ends[middle] <= index ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
