using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Model.Contacts;

namespace CxRules.Model.Cases;

/// <summary>The states of a case in words: `in progress`, `fix claimed`.</summary>
public static class CaseStandings
{
    private static readonly FrozenDictionary<string, CaseStanding> s_byWord =
        Enum.GetValues<CaseStanding>().ToFrozenDictionary(standing => Code.ToBareWord(NameOf(standing)), StringComparer.Ordinal);

    public static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<CaseStanding>().Select(NameOf)];

    public static string NameOf(CaseStanding standing) =>
        string.Concat(standing.ToString().Select((letter, index) => char.IsAsciiLetterUpper(letter) && index > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    /// <summary>By its name, whatever its case and punctuation.</summary>
    public static bool TryFind(string name, out CaseStanding standing) => s_byWord.TryGetValue(Code.ToBareWord(name), out standing);
}
