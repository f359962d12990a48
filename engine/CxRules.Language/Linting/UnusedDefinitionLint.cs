using CxRules.Language.Binding;

namespace CxRules.Language.Linting;

/// <summary>A name that no rule and no other definition uses.</summary>
internal static class UnusedDefinitionLint
{
    public static void Check(RuleSetNames names)
    {
        foreach (var definition in names.Definitions.All.Where(definition => !definition.IsUsed && !definition.HasErrors))
        {
            definition.Scope.Report(Lints.UnusedDefinition, definition.NameSpan, definition.Name);
        }
    }
}
