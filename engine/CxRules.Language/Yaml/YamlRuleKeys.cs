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
public sealed record YamlRuleKey(string Name, YamlRuleShape Shape, string Holds);

/// <summary>The keys of rule files, in the order a reader would write them.</summary>
public static class YamlRuleKeys
{
    /// <summary>At the top of a file: definitions by their names, and the list of rules.</summary>
    public static readonly ImmutableArray<string> OfFile = ["define", "rules"];

    /// <summary>Of one rule.</summary>
    public static readonly ImmutableArray<YamlRuleKey> OfRule =
    [
        new("for each", YamlRuleShape.Table, "a table such as row of thresholds.csv as t"),
        new("rule", YamlRuleShape.Id, "an id such as billing-confusion-spike"),
        new("title", YamlRuleShape.Title, "a text"),
        new("author", YamlRuleShape.Header, "a name"),
        new("severity", YamlRuleShape.Sentence, "low, medium, high or critical"),
        new("priority", YamlRuleShape.Sentence, "a number"),
        new("expires", YamlRuleShape.Sentence, "a date such as 2027-06-30"),
        new("see", YamlRuleShape.Header, "a link"),
        new("if", YamlRuleShape.Condition, "a condition"),
        new("for", YamlRuleShape.Sentence, "a length of time such as 2 days"),
        new("until", YamlRuleShape.Condition, "a condition"),
        new("per", YamlRuleShape.Fields, "one or more fields"),
        new("every", YamlRuleShape.Sentence, "a time such as day, or monday at 06:00"),
        new("only", YamlRuleShape.Moments, "a moment such as on weekdays"),
        new("except", YamlRuleShape.Moments, "a moment such as during incidents"),
        new("then", YamlRuleShape.Actions, "an action such as route to Billing"),
    ];

    /// <summary>Of a condition that is a map.</summary>
    public static readonly ImmutableArray<string> OfCondition = ["all", "any", "none"];

    private static readonly FrozenDictionary<string, YamlRuleKey> ByName = OfRule.ToFrozenDictionary(key => key.Name, StringComparer.OrdinalIgnoreCase);

    internal static ImmutableArray<string> NamesOfRule { get; } = [.. OfRule.Select(key => key.Name)];

    /// <summary>The key of a rule that goes by this name, in any case.</summary>
    public static YamlRuleKey? Find(string name) => ByName.GetValueOrDefault(name);
}
