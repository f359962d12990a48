using CxRules.Model.Hashing;

namespace CxRules.Runtime.Windows;

/// <summary>
/// The contacts of rare profiles, one behind the other, about 20 bytes each: a customer with five calls a year would pay ten times that for cells. Once it
/// is closed, a profile's cells are made when they are asked for.
/// </summary>
/// <param name="evidenceSize">Ids that a cell keeps.</param>
internal sealed class ContactLog(int evidenceSize) : ICells
{
    /// <summary>A profile with more contacts than this is not rare.</summary>
    public const int Most = 64;

    private readonly List<LogBlock> _blocks = [];

    /// <summary>Places in the log, profile after profile.</summary>
    private int[] _order = [];

    /// <summary>Where each profile begins in it, and the end.</summary>
    private int[] _starts = [];

    private bool _isClosed;

    /// <param name="cost">Millionths; null: unknown.</param>
    /// <param name="id">Empty where it need not be kept.</param>
    public void Add(Profile profile, int slot, long? cost, ReadOnlySpan<byte> id)
    {
        if (_blocks.Count == 0 || _blocks[^1].IsFull)
        {
            _blocks.Add(new LogBlock());
        }

        _blocks[^1].Add(profile.Number, slot, cost, id);
        profile.Logged++;
    }

    /// <summary>Takes over the contacts of another log, which is of no use afterwards.</summary>
    /// <param name="places">Where its profiles went, by number.</param>
    public void Absorb(ContactLog other, Profile[] places)
    {
        foreach (var block in other._blocks)
        {
            foreach (ref var profile in block.Profiles)
            {
                profile = places[profile].Number;
            }
        }

        // The last block is the one that is added to, and need not be full.
        _blocks.InsertRange(0, other._blocks);
        other._blocks.Clear();
    }

    /// <summary>Closes the log: contacts of profiles that have cells by now are added to those, the others are brought in order.</summary>
    public void Close(IReadOnlyList<Profile> profiles)
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        _starts = new int[profiles.Count + 1];
        foreach (var (block, row) in Rows())
        {
            var profile = profiles[block.Profiles[row]];
            if (profile.IsLogged)
            {
                _starts[profile.Number]++;
            }
            else
            {
                Add(block, row, profile.OwnCells, evidenceSize);
            }
        }

        var end = 0;
        for (var i = 0; i < _starts.Length; i++)
        {
            (_starts[i], end) = (end, end + _starts[i]);
        }

        _order = new int[end];
        var place = 0;
        foreach (var (block, row) in Rows())
        {
            var number = block.Profiles[row];
            if (profiles[number].IsLogged)
            {
                _order[_starts[number]++] = place;
            }

            place += row == block.Count - 1 ? LogBlock.Capacity - row : 1;
        }

        // Each start has moved to the next one's place.
        Array.Copy(_starts, 0, _starts, 1, _starts.Length - 1);
        _starts[0] = 0;
    }

    public CellList Of(Profile profile) => Cells(profile, evidenceSize);

    public CellList CountsOf(Profile profile) => Cells(profile, 0);

    private CellList Cells(Profile profile, int evidence)
    {
        var (start, end) = profile.Number + 1 < _starts.Length ? (_starts[profile.Number], _starts[profile.Number + 1]) : (0, 0);
        var cells = new CellList(end - start);
        for (var i = start; i < end; i++)
        {
            Add(_blocks[_order[i] / LogBlock.Capacity], _order[i] % LogBlock.Capacity, cells, evidence);
        }

        return cells;
    }

    private static void Add(LogBlock block, int row, CellList cells, int evidence)
    {
        ref var cell = ref cells.At(block.SlotOf(row));
        cell.Contacts++;
        if (block.CostOf(row) is { } cost)
        {
            cell.Cost += cost;
        }
        else
        {
            cell.Unpriced++;
        }

        if (evidence > 0 && block.IdOf(row) is { IsEmpty: false } id)
        {
            (cell.Evidence ??= new Evidence(evidence)).Add(StableHash.Of(id), id);
        }
    }

    private IEnumerable<(LogBlock Block, int Row)> Rows()
    {
        foreach (var block in _blocks)
        {
            for (var row = 0; row < block.Count; row++)
            {
                yield return (block, row);
            }
        }
    }
}
