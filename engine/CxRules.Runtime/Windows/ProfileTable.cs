using CxRules.Model.Hashing;

namespace CxRules.Runtime.Windows;

/// <summary>The profiles that a history shows, found by their key without allocating: open addressing over keys that stand in blocks.</summary>
/// <param name="log">Where the contacts of rare profiles are kept; null: each profile has cells.</param>
internal sealed class ProfileTable(int words, int fields, ContactLog? log = null)
{
    private const int BlockBits = 10;
    private const int BlockKeys = 1 << BlockBits;

    private readonly int _keyLength = words + fields;
    private readonly List<Profile> _profiles = [];
    private readonly List<ulong[]> _blocks = [];
    private int[] _buckets = new int[128];

    public IReadOnlyList<Profile> Profiles => _profiles;

    public int KeyLength => _keyLength;

    /// <summary>Adds what another table counted of the same populations and fields; its profiles are of no use afterwards.</summary>
    /// <returns>Where each of its profiles went, by number.</returns>
    public Profile[] Absorb(ProfileTable other)
    {
        var places = new Profile[other._profiles.Count];
        for (var index = 0; index < places.Length; index++)
        {
            places[index] = Find(other.KeyAt(index));
            places[index].Absorb(other._profiles[index]);
        }

        return places;
    }

    /// <summary>The profile with this key (truth words, codes), made when new.</summary>
    public Profile Find(ReadOnlySpan<ulong> key)
    {
        var mask = _buckets.Length - 1;
        for (var bucket = (int)Hash(key) & mask; ; bucket = (bucket + 1) & mask)
        {
            var index = _buckets[bucket] - 1;
            if (index < 0)
            {
                return Add(key, bucket);
            }

            if (KeyAt(index).SequenceEqual(key))
            {
                return _profiles[index];
            }
        }
    }

    private Profile Add(ReadOnlySpan<ulong> key, int bucket)
    {
        var index = _profiles.Count;
        if (index >> BlockBits == _blocks.Count)
        {
            _blocks.Add(new ulong[BlockKeys * _keyLength]);
        }

        key.CopyTo(_blocks[^1].AsSpan((index & (BlockKeys - 1)) * _keyLength));
        var profile = new Profile(_blocks[^1], (index & (BlockKeys - 1)) * _keyLength, words, index, log);
        _profiles.Add(profile);
        _buckets[bucket] = index + 1;
        if (_profiles.Count * 2 > _buckets.Length)
        {
            Grow();
        }

        return profile;
    }

    private void Grow()
    {
        _buckets = new int[_buckets.Length * 2];
        var mask = _buckets.Length - 1;
        for (var index = 0; index < _profiles.Count; index++)
        {
            var bucket = (int)Hash(KeyAt(index)) & mask;
            while (_buckets[bucket] != 0)
            {
                bucket = (bucket + 1) & mask;
            }

            _buckets[bucket] = index + 1;
        }
    }

    private ReadOnlySpan<ulong> KeyAt(int index) => _blocks[index >> BlockBits].AsSpan((index & (BlockKeys - 1)) * _keyLength, _keyLength);

    private static ulong Hash(ReadOnlySpan<ulong> key)
    {
        // Most words are 0, and are known by the places of the others.
        var hash = 0UL;
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != 0)
            {
                hash = StableHash.Combine(hash + (ulong)i, key[i]);
            }
        }

        return hash;
    }
}
