using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace CxRules.Benchmarks.Simulation;

/// <summary>Real series that others labelled; they are not part of the repository.</summary>
internal static class SharedSeries
{
    private const int LeastWeeks = 4;

    /// <summary>What EARS needs.</summary>
    private const int LeastCounts = 7;

    private static readonly int AnyMonday = new DateOnly(2001, 1, 1).DayNumber;

    /// <summary>The folder of the data; null where it is not there.</summary>
    public static string? Folder(string? given)
    {
        if (given is not null)
        {
            return Directory.Exists(given) ? given : null;
        }

        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var data = Path.Combine(folder, "shared", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }

    /// <summary>Weekly case counts with outbreak weeks; an event is a run of such weeks.</summary>
    public static IEnumerable<LabelledSeries> Outbreaks(string folder) => Lines(Path.Combine(folder, "outbreaks_weekly_labelled.csv.gz"))
        .Skip(1)
        .Select(line => line.Split(','))
        .GroupBy(cells => cells[0])
        .Select(series => new LabelledSeries(
            series.Key,
            Step.Week,
            AnyMonday,
            [.. series.Select(cells => Whole(cells[4]))],
            [.. Runs([.. series.Select(cells => cells[5] == "1")])],
            LeastCounts));

    /// <summary>Numenta's series by the hour; an event is a labelled window.</summary>
    public static IEnumerable<LabelledSeries> Numenta(string folder, Func<string, bool> chosen)
    {
        using var labels = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "nab", "labels_windows.json")));
        foreach (var entry in labels.RootElement.EnumerateObject())
        {
            var name = Path.GetFileNameWithoutExtension(entry.Name);
            if (chosen(name) && Path.Combine(folder, "nab", name + ".csv.gz") is var file && File.Exists(file))
            {
                yield return Hourly(name, file, [.. entry.Value.EnumerateArray().Select(window => (Instant(window[0].GetString()), Instant(window[1].GetString())))]);
            }
        }
    }

    private static LabelledSeries Hourly(string name, string file, (DateTime From, DateTime To)[] windows)
    {
        var rows = Lines(file).Skip(1).Select(line => line.Split(',')).Select(cells => (At: Instant(cells[0]), Count: Whole(cells[1]))).ToArray();
        var start = rows[0].At.Date;
        var counts = new long[Hour(rows[^1].At) + 1];
        foreach (var (at, count) in rows)
        {
            counts[Hour(at)] += count;
        }

        var from = Hour(rows[0].At) + (LeastWeeks * 168);
        return new(name, Step.Hour, DateOnly.FromDateTime(start).DayNumber, counts, [.. windows.Select(window => (Hour(window.From), Hour(window.To) + 1)).Where(window => window.Item1 >= from)], from);

        int Hour(DateTime at) => (int)((at - start).Ticks / TimeSpan.TicksPerHour);
    }

    private static IEnumerable<(int, int)> Runs(bool[] marks)
    {
        for (var start = 0; start < marks.Length; start++)
        {
            if (marks[start])
            {
                var end = Array.FindIndex(marks, start, mark => !mark);
                end = end < 0 ? marks.Length : end;
                yield return (start, end);
                start = end;
            }
        }
    }

    private static List<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static long Whole(string text) => (long)decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Instant(string? text) => DateTime.Parse(text ?? "", CultureInfo.InvariantCulture);
}
