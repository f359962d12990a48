using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using CxRules.Model.Hashing;

namespace CxRules.Streams.Conversion;

/// <summary>Numbers by UTF-8 key: open addressing over keys in one array, so that a look-up allocates nothing and touches little.</summary>
internal sealed class Utf8Table
{
    /// <summary>Places in <see cref="_entries"/>, from 1; 0 where a bucket is free. At most half are taken.</summary>
    private int[] _buckets = new int[32];
    private Entry[] _entries = new Entry[16];
    private byte[] _keys = new byte[256];
    private int _keysLength;
    private int _count;

    public bool TryGet(ReadOnlySpan<byte> key, out int value)
    {
        var words = KeyWords.Of(key);
        var buckets = _buckets;
        for (var i = words.Hash & (buckets.Length - 1); buckets[i] > 0; i = (i + 1) & (buckets.Length - 1))
        {
            ref readonly var entry = ref _entries[buckets[i] - 1];
            if (entry.Words == words && (words.AreAll || key.SequenceEqual(_keys.AsSpan(entry.Start, words.Length))))
            {
                value = entry.Value;
                return true;
            }
        }

        value = 0;
        return false;
    }

    /// <summary>Adds a key that is not there yet.</summary>
    public void Add(ReadOnlySpan<byte> key, int value)
    {
        if (_count == _entries.Length)
        {
            Grow();
        }

        var words = KeyWords.Of(key);
        _entries[_count++] = new(words, words.AreAll ? 0 : Keep(key), value);
        Place(_count);
    }

    private int Keep(ReadOnlySpan<byte> key)
    {
        if (_keysLength + key.Length > _keys.Length)
        {
            Array.Resize(ref _keys, Math.Max(_keys.Length * 2, _keysLength + key.Length));
        }

        key.CopyTo(_keys.AsSpan(_keysLength));
        _keysLength += key.Length;
        return _keysLength - key.Length;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, 2 * _entries.Length);
        _buckets = new int[2 * _entries.Length];
        for (var place = 1; place <= _count; place++)
        {
            Place(place);
        }
    }

    private void Place(int place)
    {
        var i = _entries[place - 1].Words.Hash & (_buckets.Length - 1);
        while (_buckets[i] != 0)
        {
            i = (i + 1) & (_buckets.Length - 1);
        }

        _buckets[i] = place;
    }

    /// <param name="Start">Of the key, where it is longer than its words.</param>
    private readonly record struct Entry(KeyWords Words, int Start, int Value);

    /// <summary>A key's first and last bytes: all of it, where it has at most 16.</summary>
    private readonly record struct KeyWords(ulong First, ulong Last, int Length)
    {
        public bool AreAll => Length <= 16;

        public int Hash
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
