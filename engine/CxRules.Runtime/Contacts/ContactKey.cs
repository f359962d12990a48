using System.Text;
using CxRules.Model.Hashing;

namespace CxRules.Runtime.Contacts;

/// <summary>What tells a contact from all others of a tenant: two sources may give one id to two contacts.</summary>
/// <param name="Source">In capitals, as codes that differ by case alone are one; empty where the whole history is of one source.</param>
public readonly record struct ContactKey(string Source, string Id)
{
    /// <summary>Never 0.</summary>
    internal ulong Hash => Combine(SeedOf(Source), StableHash.Of(Encoding.UTF8.GetBytes(Id)));

    /// <summary>What a source adds to the hashes of its ids; 0 where there is only one.</summary>
    internal static ulong SeedOf(string source) => source.Length == 0 ? 0 : StableHash.Of(Encoding.UTF8.GetBytes(source));

    internal static ulong Combine(ulong seed, ulong idHash) => Math.Max(seed == 0 ? idHash : StableHash.Combine(seed, idHash), 1);
}
