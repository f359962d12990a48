using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CxRules.Language.Yaml;

/// <summary>What may stand behind a key of a rule.</summary>
public enum YamlRuleShape
{
    /// <summary>One word.</summary>
    Id,

    /// <summary>A text as it stands.</summary>
    Title,

    /// <summary>A text as it stands, which the rule is described by.</summary>
    Header,

    /// <summary>What stands behind the same word in a sentence.</summary>
    Sentence,

    /// <summary>A condition, a list of them, or a map of `all`, `any` and `none`.</summary>
    Condition,

    /// <summary>Fields with commas between them, or a list of fields.</summary>
    Fields,

    /// <summary>Moments joined by `and`, or a list of moments.</summary>
    Moments,

    /// <summary>An action, or a list of actions.</summary>
    Actions,

    /// <summary>`row of thresholds.csv as t`.</summary>
    Table,
}

/// <param name="Holds">What stands behind the key, as a message names it.</param>
/// <param name="Example">A value as a user writes it behind the key.</param>
/// <param name="Doc">One sentence for the person who writes the rule.</param>
public sealed record YamlRuleKey(string Name, YamlRuleShape Shape, string Holds, string Example, string Doc);

/// <summary>The keys of rule files, in the order a reader would write them.</summary>
public static class YamlRuleKeys
{
    /// <summary>At the top of a file: definitions by their names, and the list of rules.</summary>
    public static readonly ImmutableArray<string> OfFile = ["define", "rules"];

    /// <summary>Of one rule.</summary>
    public static readonly ImmutableArray<YamlRuleKey> OfRule =
    [
        new("for each", YamlRuleShape.Table, "a table such as row of thresholds.csv as t", "row of thresholds.csv as t", "Makes one rule of each row of a table; `t.column` is a value of the row."),
        new("rule", YamlRuleShape.Id, "an id such as billing-confusion-spike", "billing-confusion-spike", "What the rule is called: words with `-` between them, once in a rule set."),
        new("title", YamlRuleShape.Title, "a text", "Customers cannot read the new bill", "What reports call what the rule finds."),
        new("author", YamlRuleShape.Header, "a name", "cx-analytics", "Who answers for the text of the rule."),
        new("severity", YamlRuleShape.Sentence, "low, medium, high or critical", "high", "How bad it is when the rule fires."),
        new("priority", YamlRuleShape.Sentence, "a number", "10", "Of several rules for one contact, the one with the higher number comes first."),
        new("expires", YamlRuleShape.Sentence, "a date such as 2027-06-30", "2027-06-30", "The day on which the rule ends; `check` warns 30 days ahead."),
        new("see", YamlRuleShape.Header, "a link", "https://wiki.example.com/bill-redesign", "Where more is written about it."),
        new("if", YamlRuleShape.Condition, "a condition", "disposition = billing-confusion and weekly volume > baseline × 1.3", "What has to hold: one condition, a list in which all must hold, or a map of `all`, `any` and `none`."),
        new("for", YamlRuleShape.Sentence, "a length of time such as 2 days", "2 days", "How long it has to hold before the rule fires."),
        new("until", YamlRuleShape.Condition, "a condition", "weekly volume < baseline × 1.1 for 14 days", "When it is over; without it, as soon as `if` no longer holds."),
        new("per", YamlRuleShape.Fields, "one or more fields", "product, region", "One case for each combination of these fields."),
        new("every", YamlRuleShape.Sentence, "a time such as day, or monday at 06:00", "monday at 06:00", "When the rule is evaluated."),
        new("only", YamlRuleShape.Moments, "a moment such as on weekdays", "on weekdays", "When the rule may be evaluated at all."),
        new("except", YamlRuleShape.Moments, "a moment such as during incidents", "during incidents", "When the rule is not evaluated."),
        new("then", YamlRuleShape.Actions, "an action such as route to Billing", "route to Billing with cost estimate", "What happens: one action, or a list of actions."),
    ];

    /// <summary>Of a condition that is a map.</summary>
    public static readonly ImmutableArray<string> OfCondition = ["all", "any", "none"];

    private static readonly FrozenDictionary<string, YamlRuleKey> ByName = OfRule.ToFrozenDictionary(key => key.Name, StringComparer.OrdinalIgnoreCase);

    internal static ImmutableArray<string> NamesOfRule { get; } = [.. OfRule.Select(key => key.Name)];

    /// <summary>The key of a rule that goes by this name, in any case.</summary>
    public static YamlRuleKey? Find(string name) => ByName.GetValueOrDefault(name);
}
