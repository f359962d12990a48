using CxRules.Language.Symbols;
using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>What kind of thing a completion inserts.</summary>
public enum CompletionKind
{
    /// <summary>A word of the language, or several that belong together.</summary>
    Keyword,

    /// <summary>A key of a YAML file.</summary>
    Key,

    /// <summary>What a number counts.</summary>
    Unit,

    /// <summary>One of the few values that may stand here: `high`, `monday`, `declined`.</summary>
    Value,

    /// <summary>A name of the rule set; <see cref="Completion.Symbol"/> says which.</summary>
    Name,
}

/// <summary>Something that may stand at a position.</summary>
/// <param name="Text">What to write in place of <paramref name="Replaces"/>; quoted where it has to be.</param>
/// <param name="Replaces">What of it is typed already; empty where nothing is.</param>
/// <param name="Symbol">What the text names; null where it is no name.</param>
public sealed record Completion(string Text, CompletionKind Kind, TextSpan Replaces, Symbol? Symbol = null);
