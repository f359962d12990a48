using System.Buffers.Binary;
using System.Numerics;
using CxRules.Model.Hashing;

namespace CxRules.Streams.Conversion;

/// <summary>Numbers by UTF-8 key: open addressing over keys in one array, so that a look-up allocates nothing and touches little.</summary>
internal sealed class Utf8Table
{
    private Entry[] _entries = new Entry[32];
    private byte[] _keys = new byte[512];
    private int _keysLength;
    private int _count;

    public bool TryGet(ReadOnlySpan<byte> key, out int value)
    {
        var hash = Hash(key);
        var entries = _entries;
        for (var i = (int)hash & (entries.Length - 1); ; i = (i + 1) & (entries.Length - 1))
        {
            ref readonly var entry = ref entries[i];
            if (!entry.Used)
            {
                value = 0;
                return false;
            }

            if (entry.Hash == hash && key.SequenceEqual(_keys.AsSpan(entry.Start, entry.Length)))
            {
                value = entry.Value;
                return true;
            }
        }
    }

    /// <summary>Adds a key that is not there yet.</summary>
    public void Add(ReadOnlySpan<byte> key, int value)
    {
        if (++_count * 2 > _entries.Length)
        {
            Grow();
        }

        if (_keysLength + key.Length > _keys.Length)
        {
            Array.Resize(ref _keys, Math.Max(_keys.Length * 2, _keysLength + key.Length));
        }

        key.CopyTo(_keys.AsSpan(_keysLength));
        Place(_entries, new(Hash(key), _keysLength, key.Length, value, true));
        _keysLength += key.Length;
    }

    private static uint Hash(ReadOnlySpan<byte> key)
    {
        ulong hash = key.Length switch
        {
            > 16 => StableHash.Of(key),
            >= 8 => BinaryPrimitives.ReadUInt64LittleEndian(key) ^ BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(key[^8..]), 23),
            >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(key) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(key[^4..]) << 32),
            > 0 => key[0] | ((ulong)key[key.Length >> 1] << 8) | ((ulong)key[^1] << 16),
            _ => 0UL,
        };
        var high = Math.BigMul(hash ^ (uint)key.Length, 0x9e3779b97f4a7c15, out var low);
        return (uint)((high ^ low) >> 16);
    }

    private static void Place(Entry[] entries, Entry entry)
    {
        var i = (int)entry.Hash & (entries.Length - 1);
        while (entries[i].Used)
        {
            i = (i + 1) & (entries.Length - 1);
        }

        entries[i] = entry;
    }

    private void Grow()
    {
        var entries = new Entry[_entries.Length * 2];
        foreach (var entry in _entries)
        {
            if (entry.Used)
            {
                Place(entries, entry);
            }
        }

        _entries = entries;
    }

    private readonly record struct Entry(uint Hash, int Start, int Length, int Value, bool Used);
}
