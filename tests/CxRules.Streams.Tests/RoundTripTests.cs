using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CxRules.Model.Sources;

namespace CxRules.Streams.Tests;

public sealed class RoundTripTests
{
    private static readonly string[] Names = ["id", "occurred at", "channel", "disposition", "customer", "price", "score", "length", "flagged", "count", "moment", "note", "labels"];
    private static readonly string[] Pieces = ["a", "Ü", "\"", ",", ";", "\n", "\r\n", "\t", " ", "💡", "\\", "'", "|", "0", "x y", "{", "]"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void RandomContacts_WrittenInEachFormat_ReadBackEqual(int seed)
    {
        var random = new Random(seed);
        var contacts = Enumerable.Range(0, random.Next(1, 60)).Select(i => Contact(random, i)).ToArray();
        var expected = contacts.Select(contact => Names.Select(name => contact[name].Read).ToArray()).ToArray();
        foreach (var format in Enum.GetValues<HistoryFormat>())
        {
            foreach (var gzip in new[] { false, true })
            {
                var text = format switch
                {
                    HistoryFormat.JsonLines => Json(contacts),
                    HistoryFormat.Json => Document(contacts, random),
                    _ => Separated(contacts, format == HistoryFormat.Csv ? ',' : '\t', random),
                };
                using var history = new History(format, [.. Names.Select(name => History.Map(name, name))]) { Capacity = random.Next(1, 70) };
                var contents = history.Add(gzip ? GzipTests.Pack(text) : Encoding.UTF8.GetBytes(text)).Read();
                Assert.Empty(contents.Rejects);
                Assert.Null(contents.Failure);
                Assert.Equal(expected, contents.Rows.Select(row => Names.Select(name => row[name]).ToArray()));
            }
        }
    }

    private static ImmutableDictionary<string, (string Written, string Read)> Contact(Random random, int index)
    {
        var contact = ImmutableDictionary.CreateBuilder<string, (string, string)>();
        var time = new DateTime(2026, 1, 1).AddTicks(random.NextInt64(365 * TimeSpan.TicksPerDay));
        contact["id"] = ($"c-{index}", $"c-{index}");
        contact["occurred at"] = (time.ToString("O", CultureInfo.InvariantCulture) + "Z", time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        contact["channel"] = Same($"channel {random.Next(4)}");
        contact["disposition"] = random.Next(5) == 0 ? ("", "") : Same("d" + Text(random).Trim().ToLowerInvariant() + "d");
        contact["customer"] = Same(random.Next(3) == 0 ? "" : $"u{random.Next(100_000)}");
        var cents = random.Next(-100_000, 100_000);
        contact["price"] = ((cents / 100m).ToString(CultureInfo.InvariantCulture), $"{cents * 10_000L}");
        var millionths = random.NextInt64(-1_000_000_000_000_000, 1_000_000_000_000_000);
        contact["score"] = ((millionths / 1_000_000m).ToString(CultureInfo.InvariantCulture), $"{millionths}");
        var seconds = random.Next(100_000);
        contact["length"] = (random.Next(2) == 0 ? $"{seconds}" : $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}", $"{seconds * 1000L}");
        contact["flagged"] = random.Next(3) switch { 0 => ("", ""), 1 => ("yes", "1"), _ => ("False", "0") };
        var count = random.NextInt64();
        contact["count"] = Same($"{count}");
        contact["moment"] = random.Next(3) == 0 ? ("", "") : ($"{time:yyyy-MM-dd HH:mm:ss}", $"{new DateTime(History.Berlin.ToUtc(time.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond)):yyyy-MM-dd HH:mm:ss}");
        var note = Text(random);
        contact["note"] = (note, string.IsNullOrWhiteSpace(note) ? "" : note);
        var labels = Enumerable.Range(0, random.Next(4)).Select(_ => $"tag{random.Next(9)}").ToArray();
        contact["labels"] = (string.Join(";|,"[random.Next(3)], labels), string.Join('+', labels.Distinct()));
        return contact.ToImmutable();
    }

    private static (string, string) Same(string value) => (value, value);

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Separated(IEnumerable<ImmutableDictionary<string, (string Written, string Read)>> contacts, char separator, Random random)
    {
        var end = random.Next(2) == 0 ? "\n" : "\r\n";
        return string.Join(separator, Names) + end
            + string.Concat(contacts.Select(contact => string.Join(separator, Names.Select(name => Quote(contact[name].Written, separator, random))) + end));
    }

    private static string Quote(string value, char separator, Random random) =>
        value.IndexOfAny([separator, '"', '\n', '\r']) >= 0 || random.Next(4) == 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    /// <summary>In an array or one behind the other, over lines or in one.</summary>
    private static string Document(IEnumerable<ImmutableDictionary<string, (string Written, string Read)>> contacts, Random random)
    {
        var options = new JsonSerializerOptions { WriteIndented = random.Next(2) == 0, NewLine = random.Next(2) == 0 ? "\n" : "\r\n" };
        var objects = contacts.Select(contact => Names.ToDictionary(name => name, name => contact[name].Written)).ToArray();
        return random.Next(2) == 0 ? JsonSerializer.Serialize(objects, options) : string.Concat(objects.Select(contact => JsonSerializer.Serialize(contact, options)));
    }

    private static string Json(IEnumerable<ImmutableDictionary<string, (string Written, string Read)>> contacts) =>
        string.Concat(contacts.Select(contact => JsonSerializer.Serialize(Names.ToDictionary(name => name, name => contact[name].Written)) + "\n"));
}
