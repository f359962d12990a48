using System.Collections.Frozen;

namespace CxRules.Language.Syntax;

/// <summary>The words that mean something to the language, in any case.</summary>
internal static class Vocabulary
{
    /// <summary>No field or code goes by one of these unless it is quoted.</summary>
    public static readonly FrozenSet<string> Reserved = Words(
        "and or not if then in of over for per within until every only except with has no contains matches above below because between "
        + "earlier among followed preceded");

    /// <summary>Where a run of bare words ends. `is` and `beyond` are not reserved, and no code may be mistaken for them either.</summary>
    public static readonly FrozenSet<string> EndOfName = Words(string.Join(' ', Reserved) + " is beyond via");

    public static readonly FrozenSet<string> Windows = Words("hourly daily weekly monthly");

    /// <summary>After `per` within a line: a rate, not a field to part by.</summary>
    public static readonly FrozenSet<string> Spans = Words("hour day week month");

    /// <summary>Words that begin a clause wherever they stand.</summary>
    public static readonly FrozenSet<string> ClauseStarts = Words("if then until every only except");

    /// <summary>Words that begin a clause at the start of a line, or after another header.</summary>
    public static readonly FrozenSet<string> Headers = Words("author severity priority expires see");

    public static readonly string[] Clauses = ["if", "then", "for", "until", "per", "every", "only", "except", "author", "severity", "priority", "expires", "see", "rule"];

    /// <summary>Words of everyday English for a clause.</summary>
    public static readonly FrozenDictionary<string, string> Meant = new Dictionary<string, string>
    {
        ["when"] = "if",
        ["whenever"] = "if",
        ["where"] = "if",
        ["given"] = "if",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static readonly FrozenSet<string> Actions = Words("route suppress escalate tag call notify emit");

    /// <summary>A word after which the sentence goes on, also on the next line.</summary>
    public static readonly FrozenSet<string> Open = Words("and or not if then in of over for per within until every with has no contains matches above below because between among is than to at");

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
