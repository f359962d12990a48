using System.Globalization;
using System.Text;
using NodaTime;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>An export with all that exports have: spikes, empty days, missing values, duplicates, corrections, conflicts, bad rows.</summary>
internal sealed class RandomHistory
{
    public static readonly string[] Dispositions = ["late", "broken", "billing", "Late Fee (old)", "tardy", "other"];
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private readonly Dice _dice;
    private readonly Place _place;
    private readonly List<string> _rows = [];
    private readonly bool _localStamps;

    public RandomHistory(Knobs knobs, Place place)
    {
        _dice = new(knobs.Seed, 1);
        _place = place;
        _localStamps = _dice.Is(.25);
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
        var rows = _rows.ToArray();
        _dice.Shuffle<string>(rows);
        Text = "id,version,at,channel,reason,step,product,region,customer,secs,csat,cancelled\n" + string.Concat(rows.Select(row => row + _dice.Of("\n", "\n", "\r\n")));
    }

    public string Text { get; }

    public string Source => $$"""
        source: random
        format: csv
        {{(_localStamps ? $"zone: {_place.Zone}" : "")}}
        fields:
          id: id
          version: version
          occurred at: at
          channel: { column: channel, map: { "Self Service": web } }
          disposition: reason
          touchpoint: step
          product: product
          region: region
          customer: customer
          handle time: { column: secs, unit: seconds }
          csat: csat
          cancelled: cancelled

        """;

    private void Add(LocalDate day, string code)
    {
        var id = $"c{_rows.Count}";
        var at = day.AtMidnight().PlusSeconds(_dice.Is(.03) ? 0 : _dice.Is(.05) ? _dice.Between(0, 23) * 3600 : _dice.Between(0, 86399));
        var row = Row(id, 1, at, code);
        _rows.Add(_dice.Is(.002) ? Row("", 1, at, code) : row);
        if (_dice.Is(.02))
        {
            _rows.Add(row);
        }

        if (_dice.Is(.01))
        {
            _rows.Add(Row(id, 1, at.PlusSeconds(_dice.Between(1, 90000)), _dice.Of(Dispositions)));
        }

        if (_dice.Is(.02))
        {
            _rows.Add(Row(id, _dice.Between(2, 3), at.PlusSeconds(_dice.Between(-7200, 7200)), _dice.Of(Dispositions)));
        }
    }

    private string Row(string id, int version, LocalDateTime at, string code)
    {
        var cells = new StringBuilder();
        cells.Append(Invariant, $"{id},{version},{Stamp(at)},{_dice.Of("phone", "Phone", "chat", "web", "Self Service")},");
        cells.Append(_dice.Is(.04) ? "" : code == "late" ? _dice.Of("late", "Late") : code).Append(',');
        cells.Append(_dice.Is(.1) ? "delivery" : "").Append(',');
        cells.Append(_dice.Is(.07) ? "" : _dice.Of("fibre", "mobile", "\"set, top\"")).Append(',');
        cells.Append(_dice.Is(.1) ? "" : _dice.Of("north", "South", "SOUTH")).Append(',');
        cells.Append(_dice.Is(.1) ? "" : string.Create(Invariant, $"k{_dice.Between(1, 60)}")).Append(',');
        cells.Append(_dice.Is(.15) ? "" : string.Create(Invariant, $"{_dice.Between(20, 1500)}")).Append(',');
        cells.Append(_dice.Is(.4) ? "" : string.Create(Invariant, $"{_dice.Between(1, 5)}")).Append(',');
        return cells.Append(_dice.Is(.5) ? "" : _dice.Is(.1) ? "true" : "false").ToString();
    }

    private string Stamp(LocalDateTime at) => _localStamps
        ? at.ToString("uuuu-MM-dd'T'HH:mm:ss", Invariant)
        : DateTimeZoneProviders.Tzdb[_place.Zone].AtLeniently(at).ToInstant().ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", Invariant);
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
        new("Asia/Kolkata", new(2026, 1, 5)),
        new("UTC", new(2026, 1, 1)),
    ];

    public static Place Of(Knobs knobs) => new Dice(knobs.Seed, 2).Of<Place>(All);
}
