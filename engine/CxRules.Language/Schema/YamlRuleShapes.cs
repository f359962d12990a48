using CxRules.Language.Shapes;
using CxRules.Language.Yaml;
using CxRules.Model.Cases;

namespace CxRules.Language.Schema;

/// <summary>Rules written as keys, as shapes: from the table that their reader goes by.</summary>
internal static class YamlRuleShapes
{
    private const string ACondition = "disposition = billing-confusion";

    private static readonly TextShape Text = new("a text", "a text");
    private static readonly SentenceShape Sentence = new("a sentence", ACondition);
    private static readonly ListShape<SentenceShape> Sentences = new(Sentence, "sentences", $"[{ACondition}]") { AllowsOne = true, AllowsNone = false };
    private static readonly ChoiceShape<Severity> Severities = new("severity", [.. Enum.GetValues<Severity>().Select(severity => new Choice<Severity>(severity.ToString().ToLowerInvariant(), severity))]);
    private static readonly SharedShape Condition = new("condition", "a condition", ACondition, () => Conditions);

    private static readonly MapShape Groups = new(
        "a condition", "The condition", $"{{ any: [{ACondition}] }}",
        new Key<SharedShape>("all", Condition, "All of these must hold."),
        new Key<SharedShape>("any", Condition, "At least one of these must hold."),
        new Key<SharedShape>("none", Condition, "None of these may hold.")) { IsNeeded = true, IgnoresCase = true };

    private static UnionShape Conditions => new(
        "a condition", ACondition, Sentence, new ListShape<SharedShape>(Condition, "conditions", $"[{ACondition}]") { AllowsNone = false }, Groups);

    private static readonly UnionShape Meaning = new(
        "a condition, or a list of codes", ACondition, Sentence, new ListShape<SentenceShape>(Sentence, "codes", "[late-fee]") { AllowsNone = false }, Groups);

    private static readonly MapShape Rule = new(
        "a rule", "The rule", $"{{ rule: my-rule, if: {ACondition}, then: route to Billing }}", [.. YamlRuleKeys.OfRule.Select(KeyOf)]) { IsNeeded = true, IgnoresCase = true };

    public static MapShape File { get; } = new(
        "a rule file", "The rule file", $"rules: [{Rule.Example}]",
        new Key<NamesShape<UnionShape>>("define", new("definition", Meaning, $"{{ billing-contacts: {ACondition} }}") { IsNeeded = true }, "Names for conditions and lists of codes, for all rules of the rule set."),
        new Key<ListShape<MapShape>>("rules", new(Rule, "a list of rules", $"[{Rule.Example}]") { AllowsNone = false }, "The rules of this file.")) { IsNeeded = true };

    private static Key KeyOf(YamlRuleKey key) => key.Shape switch
    {
        YamlRuleShape.Id or YamlRuleShape.Title or YamlRuleShape.Header => Made(key, Text),
        YamlRuleShape.Condition => Made(key, Condition),
        YamlRuleShape.Fields or YamlRuleShape.Moments or YamlRuleShape.Actions => Made(key, Sentences),
        // A value of a table's row may stand there too: the words are for completion.
        _ when key.Name == "severity" => Made(key, new UnionShape(key.Holds, key.Example, Severities, Sentence)),
        _ => Made(key, Sentence),
    };

    private static Key<T> Made<T>(YamlRuleKey key, T shape)
        where T : Shape => new(key.Name, shape with { Expected = key.Holds, Example = key.Example }, key.Doc) { IsRequired = key.Name is "if" or "then" };
}
