using System.Globalization;
using System.Text;
using NodaTime;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>
/// A history with all that histories have: spikes, empty days, missing values, duplicates, corrections, conflicts, bad rows, erased contacts; in a
/// log late rows and wrong clocks too.
/// </summary>
internal sealed class RandomHistory
{
    public static readonly string[] Dispositions = ["late", "broken", "billing", "Late Fee (old)", "tardy", "other"];
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private readonly Dice _dice;
    private readonly DateTimeZone _zone;
    private readonly RandomLayout _layout;
    private readonly List<RandomRow> _rows = [];
    private readonly bool _localStamps;
    private readonly double _slow;

    /// <summary>Apart from the others, so that histories without kinds stay as they were.</summary>
    private readonly Dice _kinds;

    public RandomHistory(Knobs knobs, Place place)
        : this(knobs, place, RandomLayout.Export(place))
    {
    }

    public RandomHistory(Knobs knobs, Place place, RandomLayout layout)
    {
        _dice = new(knobs.Seed, 1);
        _zone = DateTimeZoneProviders.Tzdb[place.Zone];
        _layout = layout;
        _kinds = new(knobs.Seed, 12);
        _localStamps = _dice.Is(.25);
        _slow = _dice.Of(0, .02, .1);
        var scale = _dice.Of(.3, 1, 1, 3);
        var rates = Dispositions.ToDictionary(code => code, _ => scale * _dice.Of(.1, .5, 1, 2, 5));
        var quiet = Enumerable.Range(0, knobs.Days).Where(_ => _dice.Is(.015)).ToHashSet();
        for (var day = 0; day < knobs.Days; day++)
        {
            foreach (var code in Dispositions)
            {
                var spike = _dice.Is(.02) ? _dice.Of(3, 6, 12) : 1;
                var weekend = place.Start.PlusDays(day).DayOfWeek >= IsoDayOfWeek.Saturday ? .5 : 1;
                for (var left = quiet.Contains(day) ? 0 : _dice.Count(rates[code] * spike * weekend); left > 0; left--)
                {
                    Add(place.Start.PlusDays(day), code);
                }
            }
        }

        Add(place.Start, "late");
        if (layout.HasKinds && _kinds.Is(.4))
        {
            Beside(place.Start.PlusDays(_kinds.Of(-9, -1, knobs.Days, knobs.Days + 3)));
        }

        Files = [.. Split(InOrder())];
    }

    /// <summary>The history's files, each with its header.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The files as one.</summary>
    public string Text => RandomLayout.Header + string.Concat(Files.Select(file => file[RandomLayout.Header.Length..]));

    public string Source => _layout.Text;

    /// <summary>A record on a day that has no contact.</summary>
    private void Beside(LocalDate day)
    {
        var at = _zone.AtLeniently(day.AtMidnight().PlusHours(12)).ToInstant();
        _rows.Add(Row("beside", 1, at, "late") with { Kind = "feedback" });
    }

    /// <summary>A log stands as it arrived, an export in any order.</summary>
    private RandomRow[] InOrder()
    {
        var rows = _rows.ToArray();
        _dice.Shuffle<RandomRow>(rows);
        return _layout.IsLog ? [.. rows.OrderBy(row => row.Arrived)] : rows;
    }

    private IEnumerable<string> Split(RandomRow[] rows)
    {
        var files = _dice.Of(1, 1, 2, 3);
        foreach (var part in rows.Chunk((rows.Length + files - 1) / files))
        {
            yield return RandomLayout.Header + string.Concat(part.Select(row => row + _dice.Of("\n", "\n", "\r\n")));
        }
    }

    private void Add(LocalDate day, string code)
    {
        var id = string.Create(Invariant, $"c{_rows.Count}");
        var at = _zone.AtLeniently(day.AtMidnight().PlusSeconds(_dice.Is(.03) ? 0 : _dice.Is(.1) ? _dice.Between(0, 23) * 3600 : _dice.Between(0, 86399))).ToInstant();
        var row = Row(id, 1, at, code);
        _rows.Add(_dice.Is(.002) ? row with { Id = "" } : row);
        if (_dice.Is(.02))
        {
            _rows.Add(row with { Arrived = row.Arrived + Duration.FromSeconds(_layout.IsLog ? _dice.Between(0, 4000) : 0) });
        }

        if (_dice.Is(.01))
        {
            _rows.Add(Again(row, 1, at + Duration.FromSeconds(_dice.Between(1, 90000))));
        }

        if (_dice.Is(.02))
        {
            _rows.Add(Again(row, _dice.Between(2, 3), at + Duration.FromSeconds(_dice.Between(-7200, 7200))));
        }

        if (_dice.Is(.005))
        {
            _rows.Add(Tombstone(row));
        }
    }

    private RandomRow Again(RandomRow row, int version, Instant at) => Row(row.Id, version, at, _dice.Of(Dispositions)) with { Line = row.Line };

    private RandomRow Tombstone(RandomRow row)
    {
        var erased = row with { Erased = _dice.Of("true", "1", "yes"), Arrived = row.Arrived + Duration.FromHours(_dice.Between(-20, 200)) };
        return _dice.Is(.5) ? erased : erased with { At = "", Cells = ",,,,,,,,,,,", Kind = "" };
    }

    private RandomRow Row(string id, int version, Instant at, string code)
    {
        var cells = new StringBuilder();
        cells.Append(_dice.Of("phone", "Phone", "chat", "web", "Self Service")).Append(',');
        cells.Append(_dice.Is(.04) ? "" : code == "late" ? _dice.Of("late", "Late") : code).Append(',');
        cells.Append(_dice.Is(.1) ? "delivery" : "").Append(',');
        cells.Append(_dice.Is(.07) ? "" : _dice.Of("fibre", "mobile", "\"set, top\"")).Append(',');
        cells.Append(_dice.Is(.1) ? "" : _dice.Of("north", "South", "SOUTH")).Append(',');
        cells.Append(_dice.Is(.1) ? "" : string.Create(Invariant, $"k{_dice.Between(1, 60)}")).Append(',');
        cells.Append(_dice.Is(.15) ? "" : string.Create(Invariant, $"{_dice.Between(20, 1500)}")).Append(',');
        cells.Append(_dice.Is(.4) ? "" : string.Create(Invariant, $"{_dice.Between(1, 5)}")).Append(',');
        cells.Append(_dice.Is(.5) ? "" : _dice.Is(.1) ? "true" : "false").Append(',');
        cells.Append(_dice.Is(.02) ? RandomRow.Write(at) : "").Append(',');
        cells.Append(_dice.Is(.06) ? "price" : "").Append(',');
        cells.Append(_dice.Is(.05) ? _dice.Of("regulator", "Regulator", "small claim", "Small-Claim", "ombudsman") : "");
        var line = _dice.Of("L1", "L2", "L/3");
        return new(line, id, version, Stamp(at), at + Delay(), _dice.Of("a", "a", "b", "B", "c"), cells.ToString()) { Kind = Kind() };
    }

    /// <summary>Mostly a contact; now and then a word that is no kind.</summary>
    private string Kind() => !_layout.HasKinds ? ""
        : _kinds.Is(.75) ? _kinds.Of("", "contact", "Contact")
        : _kinds.Is(.02) ? "complaint"
        : _kinds.Of("idea", "feedback", "feedback", "sample", "sample", "sample");

    /// <summary>How long a row takes to the log: mostly moments; now and then hours; less than nothing where a clock is wrong.</summary>
    private Duration Delay() =>
        _dice.Is(.01) ? Duration.FromMinutes(-5) - Duration.FromSeconds(_dice.Of(0, 0, 1, 60, 3_000_000))
        : _dice.Is(_slow) ? Duration.FromMinutes(_dice.Of(15, 60, 120, 3000, 20000))
        : Duration.FromSeconds(_dice.Between(-60, 300));

    private string Stamp(Instant at) => _localStamps ? at.InZone(_zone).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm:ss", Invariant) : RandomRow.Write(at);
}

/// <summary>A zone and a first day from which a clock change is near.</summary>
internal sealed record Place(string Zone, LocalDate Start)
{
    private static readonly Place[] All =
    [
        new("Europe/Berlin", new(2026, 2, 10)),
        new("Europe/Berlin", new(2025, 9, 20)),
        new("America/New_York", new(2026, 1, 25)),
        new("America/New_York", new(2025, 9, 28)),
        new("America/Sao_Paulo", new(2011, 9, 5)),
        new("America/Sao_Paulo", new(2012, 1, 20)),
        new("Africa/Cairo", new(2025, 3, 20)),
        new("Africa/Cairo", new(2025, 9, 15)),
        new("Asia/Beirut", new(2025, 2, 25)),
        new("Asia/Beirut", new(2025, 9, 20)),
        new("America/Havana", new(2026, 1, 20)),
        new("America/Havana", new(2025, 9, 20)),
        new("Atlantic/Azores", new(2025, 9, 20)),
        new("America/St_Johns", new(2010, 9, 20)),
        new("Asia/Kolkata", new(2026, 1, 5)),
        new("UTC", new(2026, 1, 1)),
    ];

    public static Place Of(Knobs knobs) => new Dice(knobs.Seed, 2).Of<Place>(All);
}
