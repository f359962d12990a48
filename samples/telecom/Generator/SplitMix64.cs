namespace CxRules.Samples.Telecom;

/// <summary>Steele, Lea and Flood's generator: the same numbers on every machine. A mutable value: pass it by reference.</summary>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9e3779b97f4a7c15;
        return Mix(_state);
    }

    /// <summary>Uniform over 0 … 2^32 − 1.</summary>
    public uint Next32() => (uint)(Next() >> 32);

    /// <summary>Uniform over 0 … <paramref name="bound"/> − 1.</summary>
    public int Below(int bound) => (int)(((ulong)Next32() * (uint)bound) >> 32);

    public bool PerMille(int chance) => Below(1000) < chance;

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
