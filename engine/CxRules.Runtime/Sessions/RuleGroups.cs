namespace CxRules.Runtime.Sessions;

/// <summary>
/// The groups of a rule, by number. A million of them may exist, of which an evaluation concerns a handful: a group's state is made when it is asked
/// for, and kept where `if` ever held.
/// </summary>
/// <param name="count">How many there are.</param>
/// <param name="open">Makes a group's state.</param>
/// <param name="empty">What any group is without contacts.</param>
internal sealed class RuleGroups(int count, Func<int, GroupState> open, GroupState empty)
{
    private readonly SortedDictionary<int, GroupState> _kept = [];

    public int Count => count;

    /// <summary>Stands for each group that has nothing to be evaluated.</summary>
    public GroupState Empty => empty;

    /// <summary>Groups for which `if` ever held, by number.</summary>
    public IReadOnlyCollection<GroupState> Kept => _kept.Values;

    public IEnumerable<GroupState> All => Enumerable.Range(0, count).Select(number => this[number]);

    public GroupState this[int number] => _kept.TryGetValue(number, out var state) ? state : open(number);

    public bool IsKept(int number) => _kept.ContainsKey(number);

    public void Keep(int number, GroupState state) => _kept.TryAdd(number, state);
}
