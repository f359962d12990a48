using CxRules.Language.Diagnostics;

namespace CxRules.Language.Yaml;

/// <summary>What can be wrong with a YAML file before anyone asks what it means.</summary>
public static class YamlErrors
{
    public static readonly DiagnosticDescriptor Unreadable = Error(
        "CXR1101", "YAML cannot be read any further from here: {0}", "Mend this line, or the one above it, and check again.");

    public static readonly DiagnosticDescriptor UnclosedQuote = Error(
        "CXR1102", "This quote is never closed.", "Close it, or write it twice where it is part of the text.");

    public static readonly DiagnosticDescriptor UnclosedBracket = Error(
        "CXR1103", "This bracket is never closed.", "Close each `[` with `]` and each `{{` with `}}`; lines inside brackets are indented.");

    public static readonly DiagnosticDescriptor ColonInText = Error(
        "CXR1104", "A colon followed by a space ends a key, and there is a key on this line already.", "Put the text in quotes, or begin a new line for the next key.");

    public static readonly DiagnosticDescriptor IndicatorFirst = Error(
        "CXR1105", "No text begins with `{0}` in YAML.", "Put the text in quotes.");

    public static readonly DiagnosticDescriptor TabIndentation = Error(
        "CXR1106", "This line is indented with a tab.", "Indent with spaces.");

    public static readonly DiagnosticDescriptor Indentation = Error(
        "CXR1107", "This line does not fit the lines above it.", "Indent it like its neighbours: what belongs together starts in one column.");

    public static readonly DiagnosticDescriptor NoKey = Error(
        "CXR1108", "A key is expected here, and it has no `: ` of its own.", "Write `key: value`, with a space after the colon; text that goes on over several lines is indented.");

    public static readonly DiagnosticDescriptor TextAfterQuote = Error(
        "CXR1109", "Text follows the closing quote.", "Put all of the text inside the quotes, or leave them out.");

    public static readonly DiagnosticDescriptor Anchor = Error(
        "CXR1110", "Anchors (`&name`) are not used here.", "Write the value out where it is needed.");

    public static readonly DiagnosticDescriptor Alias = Error(
        "CXR1111", "Aliases (`*name`) are not used here.", "Write the value out; text that begins with `*` goes in quotes.");

    public static readonly DiagnosticDescriptor Tag = Error(
        "CXR1112", "Tags (`!name`) are not used here.", "Leave it out; text that begins with `!` goes in quotes.");

    public static readonly DiagnosticDescriptor SecondDocument = Error(
        "CXR1113", "A second document begins here; only the first is read.", "Put it into a file of its own, or remove the line `---`.");

    public static readonly DiagnosticDescriptor DuplicateKey = Error(
        "CXR1114", "`{0}` stands here a second time; the first is on line {1}.", "Keep one of them.");

    public static readonly DiagnosticDescriptor ComplexKey = Error(
        "CXR1115", "A key is one word or text, not a list or a map.", "Write `key: value`.");

    public static readonly DiagnosticDescriptor TooDeep = Error(
        "CXR1116", "Lists and maps are nested more than {0} deep here.", "Nothing in a rule set needs that: remove the extra brackets or indentation.");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "CXR1117", "The file is larger than 1 MB.", "Split it into several files.");

    public static readonly DiagnosticDescriptor HashInText = Error(
        "CXR1118", "YAML reads everything from `#` on as a comment, so the text ends before it.", "Put the text in quotes if `#` belongs to it; write `# ` with a space for a comment.");

    public static readonly DiagnosticDescriptor CommentInBlock = Error(
        "CXR1119", "There are no comments inside {0}: `#` and what follows would be part of the text.", "Put the comment above the key.");

    public static readonly DiagnosticDescriptor CommaInNumber = Error(
        "CXR1120", "Inside brackets, YAML splits a number at its comma.", "Write `{0}`.");

    public static readonly DiagnosticDescriptor CommaInSentence = Error(
        "CXR1121", "Inside brackets, YAML splits a sentence at its comma.", "Put the sentence in quotes, or give it a line of its own that begins with `- `.");

    public static readonly DiagnosticDescriptor Directive = Error(
        "CXR1122", "Lines that begin with `%` are not used here.", "Remove the line.");

    public static readonly DiagnosticDescriptor ForbiddenCharacter = Error(
        "CXR1123", "The character {0} does not belong into a text file.", "Remove it; in double quotes it can be written as `{1}`.");

    public static readonly DiagnosticDescriptor TooMany = Error(
        "CXR1124", "More than {0} mistakes so far: the rest of the file was not read.", "Mend these and check again.");

    public static readonly DiagnosticDescriptor Escape = Error(
        "CXR1125", "A `\\` in this text is followed by something that has no meaning.", "Write `\\\\` for the character itself, or use single quotes, where `\\` is plain text.");

    public static readonly DiagnosticDescriptor CommaMissing = Error(
        "CXR1126", "A comma or the closing bracket is missing before this.", "Put `,` between the items, or put the text in quotes.");

    private static DiagnosticDescriptor Error(string code, string message, string help) => new(code, DiagnosticSeverity.Error, message, help);
}
