using System.Buffers.Binary;
using System.Numerics;

namespace CxRules.Model.Hashing;

/// <summary>
/// A 64-bit hash that is the same on every machine and run: folded 64×64→128-bit multiplications, as in wyhash. Not for secrets.
/// </summary>
public static class StableHash
{
    private const ulong P0 = 0xa0761d6478bd642f;
    private const ulong P1 = 0xe7037ed1a0b428db;
    private const ulong P2 = 0x8ebc6af09c88c6e3;

    public static ulong Of(ReadOnlySpan<byte> bytes, ulong seed = 0)
    {
        var length = (ulong)bytes.Length;
        var hash = seed ^ P0;
        while (bytes.Length >= 16)
        {
            hash = Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ P1, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ hash);
            bytes = bytes[16..];
        }

        var (low, high) = Tail(bytes);
        hash = Mix(low ^ P1, high ^ hash);
        return Mix(hash ^ P2, length ^ P1);
    }

    /// <summary>One value folded into a running hash.</summary>
    public static ulong Combine(ulong hash, ulong value) => Mix(hash ^ P1, value ^ P2 ^ BitOperations.RotateLeft(hash, 29));

    /// <summary>Fewer than 16 bytes as two words, with zeros behind them.</summary>
    private static (ulong Low, ulong High) Tail(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        > 8 => (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]) >> (8 * (16 - bytes.Length))),
        8 => (BinaryPrimitives.ReadUInt64LittleEndian(bytes), 0),
        >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) << (8 * (bytes.Length - 4))), 0),
        3 => (bytes[0] | ((ulong)bytes[1] << 8) | ((ulong)bytes[2] << 16), 0),
        2 => (bytes[0] | ((ulong)bytes[1] << 8), 0),
        1 => (bytes[0], 0),
        _ => (0, 0),
    };

    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
