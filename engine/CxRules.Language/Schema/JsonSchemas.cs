using CxRules.Language.Projects;
using CxRules.Language.Transitions;

namespace CxRules.Language.Schema;

/// <summary>JSON Schemas (draft 2020-12) of the YAML files of a rule set, for editors: made from what the readers themselves check by.</summary>
public static class JsonSchemas
{
    /// <summary>Rules written as keys.</summary>
    public static string Rules { get; } = new SchemaWriter().Write("CxRules rules", "Rules that find failure demand in contacts, written as keys.", YamlRuleShapes.File);

    /// <summary>The project file, `cxrules.yaml`.</summary>
    public static string Project { get; } = new SchemaWriter().Write("CxRules project file", "cxrules.yaml: what a folder of rules is evaluated with.", ProjectKeys.File);

    /// <summary>A source file, `*.source.yaml`.</summary>
    public static string Source { get; } = new SchemaWriter().Write("CxRules source file", "*.source.yaml: how the rows of a history become contacts.", SourceKeys.File);

    /// <summary>A file of what became of cases, `*.transitions.yaml`.</summary>
    public static string Transitions { get; } = new SchemaWriter().Write("CxRules file of transitions", "*.transitions.yaml: what people did with cases, and who was told.", TransitionKeys.File);
}
