using CxRules.Language.Diagnostics;

namespace CxRules.Language.Syntax;

/// <summary>What can be wrong with sentences, CXR1001–CXR1099.</summary>
public static class SyntaxErrors
{
    public static readonly DiagnosticDescriptor EmptyFile = Error("CXR1001", "This file holds no rule.", "Write one, for example: if disposition = billing-confusion then route to Billing.");
    public static readonly DiagnosticDescriptor FileTooLarge = Error("CXR1002", "This file has {0:N0} characters; a rule file may have 1,048,576.", "Split it into several files of the same folder.");
    public static readonly DiagnosticDescriptor NotText = Error("CXR1003", "This is no text file: it has the control character U+{0:X4} here.", "Save the rules as plain text in UTF-8.");
    public static readonly DiagnosticDescriptor UnexpectedCharacter = Error("CXR1004", "{0} cannot stand here.", "{1}.");
    public static readonly DiagnosticDescriptor UnclosedText = Error("CXR1005", "This text has no closing quote on its line.", "Close it with \"; a long text is written as several texts, one a line: they join.");
    public static readonly DiagnosticDescriptor UnclosedPattern = Error("CXR1006", "This pattern has no closing / on its line.", "Close it: text matches /late fee/.");
    public static readonly DiagnosticDescriptor NoSuchDate = Error("CXR1007", "{0} is not in the calendar or on the clock.", "A date is written 2027-06-30, a time 06:00.");
    public static readonly DiagnosticDescriptor CommaInNumber = Error("CXR1008", "{0} has a comma, which here could as well part two numbers.", "Write {1} for one number, or a space after the comma for two.");
    public static readonly DiagnosticDescriptor DecimalComma = Error("CXR1009", "A comma cannot stand inside a number like this.", "Numbers use a decimal point: {0}.{1}.");
    public static readonly DiagnosticDescriptor NumberTooLarge = Error("CXR1010", "This number is too long to be one.", "Write a number of at most 28 digits.");
    public static readonly DiagnosticDescriptor ForeignOperator = Error("CXR1011", "`{0}` is not written so here.", "Write `{1}`.");
    public static readonly DiagnosticDescriptor TooDeep = Error("CXR1012", "This is nested more than {0} deep, counting parentheses and `not`.", "Split the condition into several rules, or write it without the extra parentheses.");
    public static readonly DiagnosticDescriptor Unexpected = Error("CXR1013", "{0} cannot stand here.", "Write {1}.");
    public static readonly DiagnosticDescriptor EndsTooEarly = Error("CXR1014", "The sentence stops too early after {0}.", "Go on with {1}.");
    public static readonly DiagnosticDescriptor Misspelt = Error("CXR1015", "`{0}` cannot stand here: did you mean `{1}`?", "Write `{1}`.");
    public static readonly DiagnosticDescriptor HeaderMissing = Error("CXR1016", "A rule without a `rule` line must be alone in its file.", "Begin it with a line such as: rule billing-confusion-spike.");
    public static readonly DiagnosticDescriptor IdMissing = Error("CXR1017", "This rule has no id.", "Write one word after `rule`: rule billing-confusion-spike.");
    public static readonly DiagnosticDescriptor IdNotKebab = Error("CXR1018", "`{0}` is not an id.", "An id is one word of small letters, digits and hyphens: {1}.");
    public static readonly DiagnosticDescriptor IfMissing = Error("CXR1019", "This rule has no `if`, so it does not say which contacts it is about.", "Add a line such as: if disposition = billing-confusion.");
    public static readonly DiagnosticDescriptor ThenMissing = Error("CXR1020", "This rule has no `then`, so nothing would come of it.", "Add a line such as: then route to Billing.");
    public static readonly DiagnosticDescriptor ClauseTwice = Error("CXR1021", "This rule has `{0}` already, on line {1}.", "Keep one of the two; conditions are joined with `and`.");
    public static readonly DiagnosticDescriptor ThenBeforeIf = Error("CXR1022", "`then` stands before `if`.", "Write the condition first: if … then ….");
    public static readonly DiagnosticDescriptor NoClause = Error("CXR1023", "{0} begins no part of a rule.", "A rule is made of if, then, for, until, per, every, only, except, author, severity, priority, expires and see.");
    public static readonly DiagnosticDescriptor ForMisplaced = Error("CXR1024", "This `for` does not follow a condition.", "Write it directly after the condition of `if` or of `until`.");
    public static readonly DiagnosticDescriptor LetterForTimes = Error("CXR1025", "{0} is read as a word here, not as a sign of multiplication.", "Write × or *: baseline × 1.3.");
    public static readonly DiagnosticDescriptor InTheLast = Error("CXR1026", "A span of time is not written `{0}` here.", "Write `over {1}` after the measure or the comparison.");
    public static readonly DiagnosticDescriptor NameNotQuoted = Error("CXR1027", "`{0}` is more than one word.", "Put a name of several words in quotes: \"{0}\".");
    public static readonly DiagnosticDescriptor NoUnit = Error("CXR1028", "`{0}` is not a unit.", "Write {1}.");
    public static readonly DiagnosticDescriptor TextAlone = Error("CXR1029", "A text alone is no condition.", "{0}.");
    public static readonly DiagnosticDescriptor ActionsJoined = Error("CXR1030", "`and` joins owners, not actions.", "Write another `then`: then {0}.");
    public static readonly DiagnosticDescriptor OptionTwice = Error("CXR1031", "`{0}` stands here twice.", "Keep one of the two.");
    public static readonly DiagnosticDescriptor SubtractionGlued = Error("CXR1032", "`{0}` is read as one word with a hyphen.", "Put spaces around the minus: {1} - {2}.");
    public static readonly DiagnosticDescriptor TooManyErrors = Error("CXR1033", "{0:N0} more errors in this file are not shown.", "Mend the first ones and check again.");

    public static readonly DiagnosticDescriptor RuleMissing = Error("CXR1034", "No rule follows this table.", "Write the rule directly below it, its own `rule` line first: rule late-fees.");
    public static readonly DiagnosticDescriptor NameMissing = Error("CXR1035", "This definition has no name.", "Write one word after `define`: define billing-contacts as disposition in (billing-confusion, late-fee).");
    public static readonly DiagnosticDescriptor NothingSaid = Error("CXR1036", "There is nothing between these quotes.", "Write the {0}, or leave it out.");

    private static DiagnosticDescriptor Error(string code, string message, string help) => new(code, DiagnosticSeverity.Error, message, help);
}
