using CxRules.Language.Diagnostics;

namespace CxRules.Language.Binding;

/// <summary>Mistakes of meaning: names, types, units, and clauses that do not fit together.</summary>
public static class BindingErrors
{
    public static readonly DiagnosticDescriptor UnknownField = Error("CXR2001", "There is no field '{0}'.", "{1}");
    public static readonly DiagnosticDescriptor UnknownCode = Error("CXR2002", "'{0}' is not a declared {1}.", "{2}");
    public static readonly DiagnosticDescriptor NotACode = Error("CXR2003", "'{0}' is not a code, and '{1}' holds codes.", "{2}");
    public static readonly DiagnosticDescriptor SeveralWords = Error("CXR2004", "'{0}' is several words; a name without quotes is one word.", "Write {1}.");
    public static readonly DiagnosticDescriptor WrongOperator = Error("CXR2005", "'{0}' is {1} and cannot be compared so.", "{2}");
    public static readonly DiagnosticDescriptor NotAValue = Error("CXR2006", "'{0}' is {1}, and '{2}' is not.", "{3}");
    public static readonly DiagnosticDescriptor UnknownUnit = Error("CXR2007", "'{0}' is not a unit.", "{1}");
    public static readonly DiagnosticDescriptor WrongUnit = Error("CXR2008", "{0} is {1}, and '{2}' is not.", "{3}");
    public static readonly DiagnosticDescriptor UnitMissing = Error("CXR2009", "{0} is {1}: the number needs its unit.", "Write {2}.");
    public static readonly DiagnosticDescriptor WrongCurrency = Error("CXR2010", "'{0}' is not in {1}, the currency of this project.", "Write the amount in {1}; amounts of two currencies are never compared.");
    public static readonly DiagnosticDescriptor ValueRefused = Error("CXR2011", "'{0}' cannot be used here: {1}.", "{2}");
    public static readonly DiagnosticDescriptor MixedCondition = Error("CXR2012", "This joins what one contact is with what many contacts amount to under `{0}`, so it is open which contacts are counted.", "{1}");
    public static readonly DiagnosticDescriptor MeasureOnContact = Error("CXR2013", "A measure looks at many contacts and cannot stand where one contact is described.", "{0}");
    public static readonly DiagnosticDescriptor UntilOnContact = Error("CXR2014", "`until` needs a measure, and this describes a single contact.", "The rule's population already holds its contact conditions; write what must become true of it, for example `until weekly volume < baseline × 1.1`.");
    public static readonly DiagnosticDescriptor ClauseNeedsMeasure = Error("CXR2015", "`{0}` has no meaning in this rule: {1}", "Remove `{0}`, or give the rule a measure, for example `and weekly volume > 50 contacts`.");
    public static readonly DiagnosticDescriptor WindowMissing = Error("CXR2016", "{0} needs a window: over which time is it counted?", "{1}");
    public static readonly DiagnosticDescriptor WindowRefused = Error("CXR2017", "'{0}' cannot be the window: {1}.", "{2}");
    public static readonly DiagnosticDescriptor NotMeasurable = Error("CXR2018", "'{0}' is {1}, and {2} needs a number, a duration or money.", "{3}");
    public static readonly DiagnosticDescriptor AmountRefused = Error("CXR2019", "'{0}' cannot be compared with a measure: {1}.", "{2}");
    public static readonly DiagnosticDescriptor BaselineRefused = Error("CXR2020", "'{0}' cannot say how the baseline is learned: {1}.", "{2}");
    public static readonly DiagnosticDescriptor MeasureOperator = Error("CXR2021", "A measure is a number; `{0}` cannot compare it.", "Use =, <, <=, >, >= or `between … and …`.");
    public static readonly DiagnosticDescriptor ChanceLevel = Error("CXR2023", "'{0}' is not a level of chance.", "Write a share above 0% and at most 50%, for example `at 1%`.");
    public static readonly DiagnosticDescriptor EveryRefused = Error("CXR2025", "A rule cannot be evaluated 'every {0}'{1}.", "{2}");
    public static readonly DiagnosticDescriptor EveryMinutes = Error("CXR2026", "Rules are evaluated at full hours, and {0} is none.", "Write `at {1}`.");
    public static readonly DiagnosticDescriptor HoldRefused = Error("CXR2027", "'for {0}' cannot be held: {1}.", "{2}");
    public static readonly DiagnosticDescriptor PerField = Error("CXR2029", "`per` needs a field of codes, and '{0}' is {1}.", "{2}");
    public static readonly DiagnosticDescriptor PerRepeated = Error("CXR2030", "'{0}' stands twice after `per`.", "Name each field once.");
    public static readonly DiagnosticDescriptor UnknownOwner = Error("CXR2031", "There is no owner '{0}'.", "{1}");
    public static readonly DiagnosticDescriptor OwnerRepeated = Error("CXR2032", "'{0}' is named twice.", "Name each owner once; the cost is split among them.");
    public static readonly DiagnosticDescriptor OwnerOf = Error("CXR2033", "There is no 'owner of {0}'{1}.", "{2}");
    public static readonly DiagnosticDescriptor SeveralRoutes = Error("CXR2034", "This rule routes twice.", "Name all owners in one `route to`, joined by `and`: `route to {0} and {1}`.");
    public static readonly DiagnosticDescriptor RouteOption = Error("CXR2035", "`with {0}`: {1}.", "{2}");
    public static readonly DiagnosticDescriptor UnknownRule = Error("CXR2038", "There is no rule '{0}' to suppress.", "{1}");
    public static readonly DiagnosticDescriptor SuppressRefused = Error("CXR2039", "'{0}' cannot be suppressed here: {1}.", "{2}");
    public static readonly DiagnosticDescriptor SuppressCycle = Error("CXR2040", "These rules suppress each other in a circle: {0}.", "Remove one `suppress` of the circle.");
    public static readonly DiagnosticDescriptor ContactRuleSuppresses = Error("CXR2041", "A rule about single contacts has no signal that could suppress another rule.", "Give the rule a measure, for example `and weekly volume > 50 contacts`, or remove `suppress`.");
    public static readonly DiagnosticDescriptor DuplicateId = Error("CXR2042", "There is a rule '{0}' already, at {1}.", "Give each rule of the rule set its own id.");
    public static readonly DiagnosticDescriptor NoIdInName = Error("CXR2043", "The name of the file '{0}' gives the rule no id.", "Begin the rule with `rule` and an id, or name the file after it, for example billing-confusion.cxr.");
    public static readonly DiagnosticDescriptor BadHeader = Error("CXR2044", "`{0}` cannot be '{1}'.", "{2}");
    public static readonly DiagnosticDescriptor BadPattern = Error("CXR2046", "/{0}/ is not a pattern: {1}", "{2}");
    public static readonly DiagnosticDescriptor NotAFlag = Error("CXR2047", "'{0}' alone is not a condition: it is {1}, not a yes or no.", "{2}");
    public static readonly DiagnosticDescriptor FieldKinds = Error("CXR2048", "'{0}' is {1} and '{2}' is {3}; they cannot be compared.", "Compare fields of one kind, or write a number.");
    public static readonly DiagnosticDescriptor BadMoment = Error("CXR2049", "'{0}' is not {1}.", "{2}");
    public static readonly DiagnosticDescriptor BareAlternative = Error("CXR2051", "'{0}' after `or` is not a condition of its own.", "Write `{1}`.");
    public static readonly DiagnosticDescriptor ContactArithmetic = Error("CXR2052", "Fields of one contact cannot be calculated with.", "Compare the field with a number or with another field; `×` and `+` belong to measures, as in `weekly volume > baseline × 1.3`.");
    public static readonly DiagnosticDescriptor Reversed = Error("CXR2054", "A condition begins with a field or a measure, and '{0}' is neither.", "{1}");
    public static readonly DiagnosticDescriptor EarlierName = Warning("CXR2055", "'{0}' is an earlier name of '{1}'.", "Write `{1}`; contacts that carry the earlier name are found too.");

    public static readonly DiagnosticDescriptor DefinitionRepeated = Error("CXR2056", "'{0}' is defined already, at {1}.", "Give each definition of the rule set its own name.");
    public static readonly DiagnosticDescriptor DefinitionCollides = Error("CXR2057", "'{0}' is {1} already.", "Give the definition another name, for example `{0}-contacts`.");
    public static readonly DiagnosticDescriptor DefinitionCycle = Error("CXR2058", "These definitions need each other in a circle: {0}.", "Write out one definition of the circle.");
    public static readonly DiagnosticDescriptor DefinitionTooLarge = Error("CXR2059", "'{0}' stands for more than {1} words, once the definitions in it are written out.", "Define less in one name: definitions that use definitions can double with each.");
    public static readonly DiagnosticDescriptor DefinitionTooDeep = Error("CXR2081", "'{0}' goes more than {1} levels deep, once the definitions in it are written out.", "Use fewer definitions inside definitions, or fewer parentheses in them.");
    public static readonly DiagnosticDescriptor DefinitionMisplaced = Error("CXR2060", "'{0}' is defined as {1} and cannot stand here.", "{2}");
    public static readonly DiagnosticDescriptor UnknownTable = Error("CXR2061", "There is no table '{0}' for rules to be made of{1}.", "{2}");
    public static readonly DiagnosticDescriptor TableRefused = Error("CXR2062", "The table '{0}' cannot be read: {1}.", "{2}");
    public static readonly DiagnosticDescriptor RowRepeated = Error("CXR2063", "There is a row '{0}' already, in line {1}.", "The first cell names the rule of its row: write another name.");
    public static readonly DiagnosticDescriptor UnknownColumn = Error("CXR2064", "'{0}' has no column '{1}'.", "{2}");
    public static readonly DiagnosticDescriptor BadCell = Error("CXR2065", "The cell '{0}' is not {1}.", "Write the cell as the value would stand in the rule itself, for example `40`, `20 min`, `£500` or `late-fee`.");
    public static readonly DiagnosticDescriptor UnknownSignal = Error("CXR2066", "No rule emits the signal '{0}'.", "{1}");
    public static readonly DiagnosticDescriptor UnknownCaseRule = Error("CXR2067", "There is no rule '{0}' whose case could be meant.", "{1}");
    public static readonly DiagnosticDescriptor CaseRefused = Error("CXR2068", "The rule '{0}' is {1} and opens no case.", "Name a rule with a measure.");
    public static readonly DiagnosticDescriptor UnknownCaseState = Error("CXR2069", "'{0}' is not a state of a case.", "{1}");
    public static readonly DiagnosticDescriptor UnknownName = Error("CXR2070", "There is no {0} '{1}'.", "{2}");
    public static readonly DiagnosticDescriptor ChainCycle = Error("CXR2071", "These wait for each other in a circle: {0}.", "Remove one link of the circle: a `suppress`, an `emit signal`, or a condition on a signal or a case.");
    public static readonly DiagnosticDescriptor FactOnContact = Error("CXR2072", "Cases and signals are no part of one contact and cannot stand where one is described.", "Join the condition to the rule's `if` with `and`.");
    public static readonly DiagnosticDescriptor LimitMissing = Error("CXR2073", "'{0}' does not say within which time.", "Write for example `{0} within 7 days`.");
    public static readonly DiagnosticDescriptor SpanMissing = Error("CXR2074", "'{0}' does not say in which time.", "Write for example `{0} per day`.");
    public static readonly DiagnosticDescriptor ExposureRefused = Error("CXR2075", "'{0}' cannot stand here: {1}.", "{2}");
    public static readonly DiagnosticDescriptor EarlierRefused = Error("CXR2076", "'{0}' earlier cannot be compared with: {1}.", "{2}");
    public static readonly DiagnosticDescriptor FactorRefused = Error("CXR2077", "'{0}' cannot stand in a table of factors: {1}.", "{2}");
    public static readonly DiagnosticDescriptor TopRefused = Error("CXR2078", "'{0}' cannot stand after `top`: {1}.", "{2}");
    public static readonly DiagnosticDescriptor ActionRefused = Error("CXR2079", "This rule cannot `{0}`: {1}.", "{2}");
    public static readonly DiagnosticDescriptor EstimateRefused = Error("CXR2083", "'{0}' cannot stand here: {1}.", "{2}");
    public static readonly DiagnosticDescriptor NeverEvaluated = Error("CXR2084", "'{0}' lets no evaluation of the rule take place: it is evaluated {1}.", "{2}");
    public static readonly DiagnosticDescriptor CSharpOff = Error("CXR2080", "Conditions in C# are off in this project.", "Write the condition with fields, `contains` and `matches`; or write `csharp: on` into cxrules.yaml, where everyone who may change rules may run code.");

    public static readonly DiagnosticDescriptor SecondCurrency = Error("CXR2082", "'{0}' is not in {1}, as '{2}' is ({3}).", "Write the amount in {1}; amounts of two currencies are never compared. `currency: {1}` in cxrules.yaml says it for all rules.");

    private static DiagnosticDescriptor Error(string code, string message, string help) => new(code, DiagnosticSeverity.Error, message, help);

    private static DiagnosticDescriptor Warning(string code, string message, string help) => new(code, DiagnosticSeverity.Warning, message, help);
}
