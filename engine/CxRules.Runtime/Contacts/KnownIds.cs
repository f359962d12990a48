using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CxRules.Runtime.Contacts;

/// <summary>
/// What was seen of each id: its hash and its content's, 16 bytes, in an open table that is at most seven eighths full and grows by half:
/// 18 to 27 bytes an id. Four ids are a line of 64 bytes, which is what memory hands over at once, and are compared at once. The table stands
/// in blocks, and grows in place: an id's line is its hash's share of all lines, so in a larger table no id stands before another that it
/// stood behind, and none comes down.
/// </summary>
internal sealed class KnownIds
{
    private const int BlockBits = 11;
    private const int BlockLines = 1 << BlockBits;

    private readonly List<Block> _blocks = [Block.Create()];
    private Block[] _table;
    private int _lines = BlockLines;
    private int _count;

    /// <summary>How many lines behind its own an id stands at most.</summary>
    private int _farthest;

    public KnownIds() => _table = [.. _blocks];

    public long Bytes => Block.LineWords * sizeof(ulong) * (long)_lines;

    /// <summary>True where the id is new, and is known from now on.</summary>
    /// <param name="id">Not 0.</param>
    /// <param name="known">The content that it came with first.</param>
    public bool TryAdd(ulong id, ulong content, out ulong known)
    {
        if (!TryPlace(id, content, out known))
        {
            return false;
        }

        if (++_count > _lines * (long)Block.Ways / 8 * 7)
        {
            Grow();
        }

        return true;
    }

    /// <summary>
    /// Fetches the lines of ids that are soon added: the table is larger than any cache, and look-ups that do not wait for each other are
    /// fetched side by side. Another thread may add ids meanwhile.
    /// </summary>
    /// <returns>Of no meaning.</returns>
    public ulong Fetch(ReadOnlySpan<ulong> ids)
    {
        var table = _table;
        var lines = (ulong)table.Length << BlockBits;
        var seen = 0UL;
        foreach (var id in ids)
        {
            var line = (int)Math.BigMul(id, lines, out _);
            seen ^= table[line >> BlockBits].At(line & (BlockLines - 1))[0];
        }

        return seen;
    }

    private int LineOf(ulong id) => (int)Math.BigMul(id, (ulong)_lines, out _);

    /// <summary>The hashes of a line's ids, 0 where a way is free, then those of their contents.</summary>
    private Span<ulong> At(int line) => _table[line >> BlockBits].At(line & (BlockLines - 1));

    private bool TryPlace(ulong id, ulong content, out ulong known)
    {
        var sought = Vector256.Create(id);
        var line = LineOf(id);
        for (var distance = 0; ; distance++)
        {
            var words = At(line);
            var ids = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(words));
            var found = Vector256.Equals(ids, sought).ExtractMostSignificantBits();
            if (found != 0)
            {
                known = words[Block.Ways + BitOperations.TrailingZeroCount(found)];
                return false;
            }

            var free = Vector256.Equals(ids, Vector256<ulong>.Zero).ExtractMostSignificantBits();
            if (free != 0)
            {
                var way = BitOperations.TrailingZeroCount(free);
                known = words[Block.Ways + way] = content;
                words[way] = id;
                _farthest = Math.Max(_farthest, distance);
                return true;
            }

            line = line + 1 == _lines ? 0 : line + 1;
        }
    }

    private void Grow()
    {
        var old = _lines;
        while (_lines < old + (old / 2))
        {
            _blocks.Add(Block.Create());
            _lines += BlockLines;
        }

        _table = [.. _blocks];

        // From here on an id's new line is not below the one it stood in, so what is moved from above never meets what still waits below.
        var sure = Math.Min(old, (4 * _farthest) + 8);
        var low = new ulong[sure * Block.LineWords];
        for (var line = 0; line < sure; line++)
        {
            Take(line, low.AsSpan(line * Block.LineWords, Block.LineWords));
        }

        _farthest = 0;
        Span<ulong> taken = stackalloc ulong[Block.LineWords];
        for (var line = old - 1; line >= sure; line--)
        {
            Take(line, taken);
            Place(taken);
        }

        for (var line = 0; line < sure; line++)
        {
            Place(low.AsSpan(line * Block.LineWords, Block.LineWords));
        }
    }

    private void Take(int line, Span<ulong> taken)
    {
        var words = At(line);
        words.CopyTo(taken);
        words.Clear();
    }

    private void Place(ReadOnlySpan<ulong> taken)
    {
        for (var way = 0; way < Block.Ways && taken[way] != 0; way++)
        {
            TryPlace(taken[way], taken[Block.Ways + way], out _);
        }
    }

    /// <param name="First">The first word of the array that starts a line of memory.</param>
    private readonly record struct Block(ulong[] Words, int First)
    {
        /// <summary>Ids in a line.</summary>
        public const int Ways = 4;

        public const int LineWords = 2 * Ways;

        private const int LineBytes = LineWords * sizeof(ulong);

        public static Block Create()
        {
            // Pinned, so that it stays where its lines are those of memory.
            var words = GC.AllocateArray<ulong>((BlockLines * LineWords) + LineWords, pinned: true);
            return new(words, (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(words, 0) & (LineBytes - 1)) / sizeof(ulong));
        }

        public Span<ulong> At(int line) => Words.AsSpan(First + (line * LineWords), LineWords);
    }
}
