using CxRules.Model.Contacts;
using CxRules.Model.Hashing;
using CxRules.Runtime.Contacts;

namespace CxRules.Runtime.Tests.Contacts;

public sealed class DoorTests
{
    private static readonly ContactSchema Schema = ContactSchema.Default;

    [Fact]
    public void Admit_SameIdSameContent_IsADuplicate()
    {
        var (door, batch, _) = Rows(("a", 0, "x", 1), ("b", 0, "x", 1), ("a", 0, "x", 1));
        Assert.Equal([true, true, false], Admit(door, batch));
        Assert.Equal(1, door.Duplicates);
        Assert.Empty(door.Findings.Contested);
    }

    [Fact]
    public void Admit_SameIdOtherContent_IsContested()
    {
        var (door, batch, _) = Rows(("a", 0, "x", 1), ("a", 0, "y", 1));
        Admit(door, batch);
        Assert.Equal([StableHash.Of("a"u8)], door.Findings.Contested);
    }

    [Fact]
    public void Admit_ManyIds_RemembersEach()
    {
        var (door, batch, dictionaries) = Rows();
        for (var round = 0; round < 2; round++)
        {
            for (var id = 0; id < 50_000; id += batch.Capacity)
            {
                batch.Clear();
                for (var i = id; i < Math.Min(50_000, id + batch.Capacity); i++)
                {
                    Append(batch, ($"c{i}", 0, "x", 1));
                }

                Assert.All(Admit(door, batch), isAdmitted => Assert.Equal(round == 0, isAdmitted));
            }
        }

        Assert.Equal(50_000, door.Duplicates);
        Assert.Same(dictionaries, batch.Dictionaries);
    }

    /// <summary>Rows are (id, version, content, day); the expected counts are accepted, superseded, quarantined, duplicate.</summary>
    public static TheoryData<(string Id, long Version, string Content, int Day)[], string, string> Histories => new()
    {
        { [("a", 1, "x", 1), ("a", 2, "y", 1)], "a2y", "1 1 0 0" },
        { [("a", 2, "y", 1), ("a", 1, "x", 1)], "a2y", "1 1 0 0" },
        { [("a", 0, "x", 2), ("a", 0, "y", 1)], "a0y", "1 0 1 0" },
        { [("a", 0, "y", 1), ("a", 0, "x", 2), ("a", 0, "y", 1)], "a0y", "1 0 1 1" },
        { [("a", 1, "x", 1), ("a", 1, "x", 1), ("a", 3, "z", 1), ("a", 2, "y", 1)], "a3z", "1 2 0 1" },
        { [("a", 1, "x", 1), ("a", 2, "y", 1), ("b", 0, "p", 1), ("b", 0, "q", 3)], "a2y b0p", "2 1 1 0" },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Settle_ContestedIds_CountsTheHighestVersionOnce((string Id, long Version, string Content, int Day)[] rows, string accepted, string counts)
    {
        foreach (var order in new[] { rows, [.. rows.Reverse()] })
        {
            var (first, batch, dictionaries) = Rows(order);
            Admit(first, batch);
            var heldBack = new ContestedContacts(dictionaries);
            var admitted = Admit(new Door(dictionaries, first.Findings, heldBack), batch);
            Assert.DoesNotContain(true, admitted);
            heldBack.Settle();
            var counted = heldBack.Batches
                .SelectMany(part => Enumerable.Range(0, part.Batch.Count).Where(row => part.Admitted[row]).Select(row => Describe(part.Batch, row)))
                .Order(StringComparer.Ordinal)
                .ToList();
            Assert.Equal(accepted, string.Join(' ', counted));
            Assert.Equal(counts, $"{counted.Count} {heldBack.Superseded} {heldBack.Quarantined} {heldBack.Duplicates}");
        }
    }

    private static string Describe(ContactBatch batch, int row) =>
        System.Text.Encoding.UTF8.GetString(batch.Text(Schema.Id)[row]) + batch.Number(Schema.Version).Values[row] + batch.Dictionaries[Schema.Channel][batch.Category(Schema.Channel).Codes[row]];

    private static bool[] Admit(Door door, ContactBatch batch)
    {
        var admitted = new bool[batch.Capacity];
        door.Admit(batch, new ContactKeys(batch.Dictionaries).Hash(batch).Span, admitted);
        return admitted[..batch.Count];
    }

    private static (Door Door, ContactBatch Batch, ContactDictionaries Dictionaries) Rows(params (string Id, long Version, string Content, int Day)[] rows)
    {
        var dictionaries = new ContactDictionaries(Schema, []);
        var batch = new ContactBatch(dictionaries, 1024);
        foreach (var row in rows)
        {
            Append(batch, row);
        }

        return (new Door(dictionaries, DoorFindings.None, new ContestedContacts(dictionaries)), batch, dictionaries);
    }

    private static void Append(ContactBatch batch, (string Id, long Version, string Content, int Day) row)
    {
        var id = System.Text.Encoding.UTF8.GetBytes(row.Id);
        var index = batch.Count++;
        batch.Text(Schema.Id).Append(id);
        batch.Number(Schema.Version).Values[index] = row.Version;
        batch.Number(Schema.OccurredAt).Values[index] = new DateTime(2026, 1, row.Day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        batch.Category(Schema.Channel).Codes[index] = batch.Dictionaries[Schema.Channel].Add(row.Content);
        batch.IdHash[index] = StableHash.Of(id);
        batch.ContentHash[index] = StableHash.Of(System.Text.Encoding.UTF8.GetBytes($"{row.Id}|{row.Version}|{row.Content}|{row.Day}"));
    }
}
