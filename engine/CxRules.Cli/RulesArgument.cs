using System.CommandLine;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli;

/// <summary>`RULES`, of the commands that look at rules alone: one rule set or several.</summary>
internal sealed class RulesArgument : Argument<string>
{
    public RulesArgument()
        : base("RULES") => Description = "A file of rules, a folder with a cxrules.yaml, or a folder above several";

    /// <summary>The rule sets that are named; null where there are none, which is said on standard error.</summary>
    public RuleSetLoad? Load(ParseResult parsed, Surroundings surroundings)
    {
        var load = RuleSetLoader.Load(parsed.GetRequiredValue(this));
        if (load.Problem is not { } problem)
        {
            return load;
        }

        surroundings.Error.Write($"cxrules: {problem}\n");
        return null;
    }
}
