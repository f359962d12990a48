using CxRules.Samples.Telecom;

namespace CxRules.Samples.Packs;

/// <summary>Draws the rows of one flow.</summary>
internal sealed class FlowRows(Pack pack, Flow flow, int stream)
{
    private readonly Cells _cells = new(flow.Text);
    private readonly Cells[] _sequels = [.. flow.Then.Select(sequel => new Cells(sequel.Text))];

    private SplitMix64 _random = new(SplitMix64.Mix(Seed(pack.Prefix, stream)));

    public IEnumerable<Row> Draw()
    {
        var number = 0;
        var rows = new List<Row>();
        for (var monday = pack.From.AddDays(-(((int)pack.From.DayOfWeek + 6) % 7)); monday <= pack.To; monday = monday.AddDays(7))
        {
            foreach (var (day, count) in Week(monday))
            {
                for (var contact = 0; contact < count; contact++)
                {
                    AddContact(rows, day, number++);
                }
            }
        }

        return rows;
    }

    private void AddContact(List<Row> rows, DateOnly day, int number)
    {
        var at = day.ToDateTime(default).AddHours(flow.Hours.From).AddSeconds(_random.Below((flow.Hours.To - flow.Hours.From) * 3600));
        var customer = $"{pack.Prefix.ToLowerInvariant()}{stream:00}-{number:0000}";
        var first = new Row(at, customer, _cells.Row(number, at, ref _random), flow);
        rows.Add(first);
        for (var sequel = 0; sequel < _sequels.Length; sequel++)
        {
            if (number % flow.Then[sequel].Every == 0)
            {
                var later = at + flow.Then[sequel].After;
                rows.Add(new(later, customer, first.Cells.SetItems(_sequels[sequel].Row(number, later, ref _random)), flow));
            }
        }
    }

    /// <summary>An ordinary week scatters: up to two days have one more, and as many one less, so that its sum stays.</summary>
    private List<(DateOnly Day, int Count)> Week(DateOnly monday)
    {
        var days = Enumerable.Range(0, 7).Select(monday.AddDays).Where(day => day >= pack.From && day <= pack.To)
            .Select(day => (Day: day, Count: CountOn(day))).ToList();
        var places = Enumerable.Range(0, days.Count).Where(place => flow.Days.IsUsual && days[place].Count > 1).ToList();
        for (var pair = 0; pair < 2 && places.Count >= 2; pair++)
        {
            foreach (var step in (ReadOnlySpan<int>)[1, -1])
            {
                var chosen = _random.Below(places.Count);
                days[places[chosen]] = (days[places[chosen]].Day, days[places[chosen]].Count + step);
                places.RemoveAt(chosen);
            }
        }

        return days;
    }

    private int CountOn(DateOnly day)
    {
        var count = flow.Days.CountOn(day);
        return flow.Days.IsUsual && pack.Holidays.Contains(day) ? (count + 1) / 2 : count;
    }

    private static ulong Seed(string prefix, int stream) => ((ulong)prefix[0] << 40) | ((ulong)prefix[1] << 32) | (uint)stream;
}
