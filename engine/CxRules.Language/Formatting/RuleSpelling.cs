namespace CxRules.Language.Formatting;

/// <summary>How rules are written: as sentences in `.cxr` files, as keys in `.yaml` files.</summary>
public enum RuleSpelling
{
    Sentences,
    Yaml,
}
