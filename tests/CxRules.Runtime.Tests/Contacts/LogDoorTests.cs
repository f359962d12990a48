using CxRules.Model.Contacts;
using CxRules.Model.Hashing;
using CxRules.Runtime.Contacts;

namespace CxRules.Runtime.Tests.Contacts;

/// <summary>What the door makes of a log's rows, in one reading or two. `late after` is 15 minutes.</summary>
public sealed class LogDoorTests
{
    private static readonly ContactSchema Schema = ContactSchema.Default;

    /// <summary>
    /// Rows are `id version content minute [+minutes until arrival] [@partition] [source:] [erased]`; then what counts, and how many are late, superseded, duplicate,
    /// quarantined, erased.
    /// </summary>
    public static TheoryData<string, string, string> Logs => new()
    {
        { "a 0 x 100; b 0 x 85", "a b", "0 0 0 0 0" },
        { "a 0 x 100; b 0 x 84", "a", "1 0 0 0 0" },
        { "a 0 x 100 @p; b 0 x 84 @q", "a b", "0 0 0 0 0" },
        { "a 0 x 100 @p; b 0 x 84 @q; c 0 x 84 @p", "a b", "1 0 0 0 0" },

        // A clock five minutes ahead is believed, one further ahead is not, and moves nothing.
        { "a 0 x 100 +-5; b 0 x 84", "a", "1 0 0 0 0" },
        { "a 0 x 100 +-6; b 0 x 84", "b", "0 0 0 1 0" },
        { "a 0 x 100 +-6; a 0 x 50", "a", "0 0 0 1 0" },
        { "a 0 x 100 +-6; a 0 x 100", "a", "0 0 0 1 0" },

        // Lateness is judged once: corrections of what was in time are in time, those of what was late are late.
        { "a 0 x 100; b 1 x 120; a 1 y 50", "a b", "0 1 0 0 0" },
        { "b 0 x 120; a 0 x 50; a 1 y 119", "b", "1 1 0 0 0" },
        { "b 0 x 120; a 1 x 50; a 0 y 119; a 1 x 50; a 1 z 50", "b", "1 1 1 1 0" },
        { "b 0 x 120; a 0 x 50; a 0 x 50", "b", "1 0 1 0 0" },
        { "a 0 x 100; b 0 x 120; a 0 x 100", "a b", "0 0 1 0 0" },

        // A duplicate brings its partition on as any row does.
        { "a 0 x 100; a 0 x 130; b 0 x 110", "a", "1 0 0 1 0" },

        // Of two contents of one version the first to arrive counts.
        { "a 0 y 100; a 0 x 99", "a", "0 0 0 1 0" },
        { "a 0 x 99; a 0 y 100", "a", "0 0 0 1 0" },

        // A tombstone speaks for every row of its contact, and none of them moves the watermark.
        { "a 0 x 100; b 0 x 50; a erased", "b", "0 0 0 0 2" },
        { "a erased; a 0 x 100; b 0 x 50", "b", "0 0 0 0 2" },
        { "a 0 x 100 +-9; a erased; a 1 y 100", "", "0 0 0 0 3" },
        { "a erased; a erased", "", "0 0 0 0 2" },
        { "a 0 x 100; a 0 y 100; a erased; b 0 x 100", "b", "0 0 0 0 3" },

        // Ids of two sources never meet; sources that differ by case alone are one.
        { "a 0 x 100 crm:; a 0 y 100 web:", "a a", "0 0 0 0 0" },
        { "a 0 x 100 crm:; a 0 x 100 CRM:", "a", "0 0 1 0 0" },
        { "a 0 x 100 crm:; a 0 x 100 web:; a web: erased", "a", "0 0 0 0 2" },
    };

    [Theory]
    [MemberData(nameof(Logs))]
    public void Admit_RowsOfALog_LandEachInOneCount(string log, string accepted, string counts)
    {
        var dictionaries = new ContactDictionaries(Schema, [Schema.ArrivedAt, Schema.Partition, Schema.Erased, .. log.Contains(':') ? new[] { Schema.Source } : []]);
        var rows = Rows(dictionaries, log);
        var (door, heldBack, counted) = Read(dictionaries, DoorFindings.None, rows);
        if (door.Findings.IsAny)
        {
            (door, heldBack, counted) = Read(dictionaries, door.Findings, rows);
        }

        Assert.Equal(accepted, string.Join(' ', counted.Order(StringComparer.Ordinal)));
        Assert.Equal(
            counts,
            $"{door.Late + heldBack.Late} {heldBack.Superseded} {door.Duplicates + heldBack.Duplicates} {door.Quarantined + heldBack.Quarantined} {door.Erased}");
        Assert.Equal(rows.Count, counted.Count + counts.Split(' ').Sum(int.Parse));
    }

    [Fact]
    public void Bytes_ForManyIds_AreAboutSixteenEach()
    {
        var dictionaries = new ContactDictionaries(Schema, []);
        var batch = new ContactBatch(dictionaries, 8192);
        var door = new Door(dictionaries, DoorFindings.None, new ContestedContacts(dictionaries));
        var keys = new ContactKeys(dictionaries);
        var admitted = new bool[batch.Capacity];
        for (var id = 0; id < 1_000_000; id += batch.Count)
        {
            batch.Clear();
            for (var row = 0; row < batch.Capacity; row++)
            {
                batch.IdHash[row] = StableHash.Of(BitConverter.GetBytes(id + row));
                batch.Text(Schema.Id).Append(BitConverter.GetBytes(id + row));
                batch.Count++;
            }

            door.Approach(keys.Hash(batch).Span);
            door.Admit(batch, keys.Hash(batch).Span, admitted);
            if (id > 100_000)
            {
                Assert.InRange(door.Bytes / (double)(id + batch.Count), 16, 28);
            }
        }

        Assert.Equal(0, door.Duplicates);
    }

    private static (Door Door, ContestedContacts HeldBack, List<string> Counted) Read(ContactDictionaries dictionaries, DoorFindings findings, ContactBatch rows)
    {
        var heldBack = new ContestedContacts(dictionaries, RowOrder.Arrival);
        var door = new Door(dictionaries, findings, heldBack, new Watermarks(Watermarks.UsualLateness));
        var admitted = new bool[rows.Capacity];
        door.Admit(rows, new ContactKeys(dictionaries).Hash(rows).Span, admitted);
        heldBack.Settle();
        var counted = heldBack.Batches.Append((rows, admitted))
            .SelectMany(part => Enumerable.Range(0, part.Item1.Count).Where(row => part.Item2[row]).Select(row => System.Text.Encoding.UTF8.GetString(part.Item1.Text(Schema.Id)[row])));
        return (door, heldBack, [.. counted]);
    }

    private static ContactBatch Rows(ContactDictionaries dictionaries, string log)
    {
        var batch = new ContactBatch(dictionaries, 64);
        foreach (var line in log.Split("; "))
        {
            var words = line.Split(' ');
            var row = batch.Count++;
            var id = System.Text.Encoding.UTF8.GetBytes(words[0]);
            batch.Text(Schema.Id).Append(id);
            batch.IdHash[row] = StableHash.Of(id);
            if (words is [_, var version, var content, var minute, ..])
            {
                batch.Number(Schema.Version).Values[row] = long.Parse(version, null);
                batch.ContentHash[row] = StableHash.Of(System.Text.Encoding.UTF8.GetBytes($"{content} {minute}"));
                batch.Number(Schema.OccurredAt).Values[row] = Minutes(minute);
                batch.Number(Schema.ArrivedAt).Values[row] = Minutes(minute) + Minutes(words.FirstOrDefault(word => word.StartsWith('+'))?[1..] ?? "0");
            }

            batch.Number(Schema.Erased).Values[row] = words[^1] == "erased" ? 1 : FieldScale.Missing;
            batch.Category(Schema.Partition).Codes[row] = dictionaries[Schema.Partition].Add(words.FirstOrDefault(word => word.StartsWith('@')));
            if (words.FirstOrDefault(word => word.EndsWith(':')) is { } source)
            {
                batch.Category(Schema.Source).Codes[row] = dictionaries[Schema.Source].Add(source);
            }
        }

        return batch;
    }

    private static long Minutes(string text) => long.Parse(text, null) * TimeSpan.TicksPerMinute;
}
