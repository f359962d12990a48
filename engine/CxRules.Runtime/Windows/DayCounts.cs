using System.Runtime.InteropServices;

namespace CxRules.Runtime.Windows;

/// <summary>Contacts of each local day. Rows mostly come in order of time: those of a day are counted before they are added to it.</summary>
internal sealed class DayCounts
{
    private readonly Dictionary<int, long> _counts = [];
    private int _day = int.MinValue;
    private long _onDay;

    /// <summary>By day number; filled by <see cref="Seal"/>.</summary>
    public SortedDictionary<int, long> Days { get; } = [];

    /// <param name="contacts">0 for a record that is none: its day is there all the same.</param>
    public void Add(int day, long contacts)
    {
        if (day != _day)
        {
            Close();
            _day = day;
        }

        _onDay += contacts;
    }

    public void Absorb(DayCounts other)
    {
        other.Close();
        foreach (var (day, count) in other._counts)
        {
            AddTo(day, count);
        }
    }

    public void Seal()
    {
        Close();
        foreach (var (day, count) in _counts)
        {
            Days[day] = count;
        }
    }

    private void Close()
    {
        if (_day != int.MinValue)
        {
            AddTo(_day, _onDay);
            _onDay = 0;
        }
    }

    private void AddTo(int day, long contacts) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, day, out _) += contacts;
}
