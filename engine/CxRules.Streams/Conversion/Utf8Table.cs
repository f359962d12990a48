using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
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
        var words = KeyWords.Of(key);
        var entries = _entries;
        for (var i = words.Hash & (entries.Length - 1); ; i = (i + 1) & (entries.Length - 1))
        {
            ref readonly var entry = ref entries[i];
            if (!entry.Used)
            {
                value = 0;
                return false;
            }

            if (entry.Words == words && (words.AreAll || key.SequenceEqual(_keys.AsSpan(entry.Start, words.Length))))
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
        Place(_entries, new(KeyWords.Of(key), _keysLength, value, true));
        _keysLength += key.Length;
    }

    private static void Place(Entry[] entries, Entry entry)
    {
        var i = entry.Words.Hash & (entries.Length - 1);
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

    private readonly record struct Entry(KeyWords Words, int Start, int Value, bool Used);

    /// <summary>A key's first and last bytes: all of it, where it has at most 16.</summary>
    private readonly record struct KeyWords(ulong First, ulong Last, int Length)
    {
        public bool AreAll => Length <= 16;

        public int Hash
        {
            get
            {
                var high = Math.BigMul(First ^ BitOperations.RotateLeft(Last, 23) ^ (uint)Length, 0x9e3779b97f4a7c15, out var low);
                return (int)((high ^ low) >> 16);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static KeyWords Of(ReadOnlySpan<byte> key) => key.Length switch
        {
            > 16 => new(StableHash.Of(key), 0, key.Length),
            >= 8 => new(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[^8..]), key.Length),
            >= 4 => new(BinaryPrimitives.ReadUInt32LittleEndian(key), BinaryPrimitives.ReadUInt32LittleEndian(key[^4..]), key.Length),
            > 0 => new(key[0] | ((ulong)key[key.Length >> 1] << 8) | ((ulong)key[^1] << 16), 0, key.Length),
            _ => default,
        };
    }
}
