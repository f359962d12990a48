using CxRules.Language.Tests.Baselines;

namespace CxRules.Language.Tests.Syntax;

/// <summary>The contract's rule in full, in both spellings.</summary>
internal static class Samples
{
    public static string InFull { get; } = new BaselineCase("language/rule-in-full.cxr").Parse().Text.Content;

    public static string InFullYaml { get; } = new BaselineCase("language/rule-in-full.yaml").Parse().Text.Content;

    public static string Definitions { get; } = new BaselineCase("definitions/all.cxr").Parse().Text.Content;

    public static string DefinitionsYaml { get; } = new BaselineCase("definitions/all.yaml").Parse().Text.Content;
}
