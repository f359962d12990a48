using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Language.Schema;
using CxRules.Language.Text;
using CxRules.Language.Transitions;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;

namespace CxRules.Language.Tests.Schema;

/// <summary>A kind of YAML file: its schema, and what reads it.</summary>
public sealed record SchemaKind(string Name, string Schema, Func<string, IReadOnlyList<Diagnostic>> Read)
{
    /// <summary>What the project file declares is unknown to a schema, and so to the reader here.</summary>
    private static readonly ContactSchema Fields = ContactSchema.Create([("plan", FieldKind.Category), ("lines", FieldKind.Integer)]);

    public static readonly SchemaKind Rules = new("rules", JsonSchemas.Rules, text => YamlRuleParser.Parse(new SourceText("rules/some-rule.yaml", text)).Diagnostics);

    public static readonly SchemaKind Project = new("project", JsonSchemas.Project, text => ReadProject(text));

    public static readonly SchemaKind Source = new("source", JsonSchemas.Source, text => ReadSource(text));

    public static readonly SchemaKind Transitions = new("transitions", JsonSchemas.Transitions, text => ReadTransitions(text));

    public static readonly SchemaKind[] All = [Rules, Project, Source, Transitions];

    public static SchemaKind Of(string path) => Path.GetFileName(path) == "cxrules.yaml" ? Project
        : path.EndsWith(".source.yaml", StringComparison.Ordinal) ? Source
        : path.EndsWith(".transitions.yaml", StringComparison.Ordinal) ? Transitions
        : Rules;

    public override string ToString() => Name;

    private static ImmutableArray<Diagnostic> ReadProject(string text)
    {
        var bag = new DiagnosticBag();
        ProjectReader.Read(new SourceText("cxrules.yaml", text), bag);
        return bag.ToImmutable();
    }

    private static ImmutableArray<Diagnostic> ReadSource(string text)
    {
        var bag = new DiagnosticBag();
        SourceFileReader.Read(new SourceText("a.source.yaml", text), Fields, bag);
        return bag.ToImmutable();
    }

    private static ImmutableArray<Diagnostic> ReadTransitions(string text)
    {
        var bag = new DiagnosticBag();
        TransitionFileReader.ReadFile(new SourceText("a.transitions.yaml", text), Model.Projects.Project.Default with { Currency = "GBP" }, bag);
        return bag.ToImmutable();
    }
}
