using System.Collections.Frozen;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>Parts of the language that are read, and refused by their names until they are bound.</summary>
internal static class UnsupportedNodes
{
    private static readonly FrozenDictionary<Type, (string Name, DiagnosticDescriptor Descriptor)> ByType = new Dictionary<Type, (string, DiagnosticDescriptor)>
    {
        [typeof(JourneySyntax)] = ("followed by, preceded by", NotSupportedErrors.Journey),
        [typeof(RepeatSyntax)] = ("customer is repeat", NotSupportedErrors.Journey),
        [typeof(LimitSyntax)] = ("repeat rate", NotSupportedErrors.Journey),
        [typeof(PerExposureSyntax)] = ("per 100 …", NotSupportedErrors.Exposure),
        [typeof(SampleSyntax)] = ("sample …", NotSupportedErrors.Sample),
        [typeof(CaseStateSyntax)] = ("case …", NotSupportedErrors.CaseOrSignal),
        [typeof(CaseCostSyntax)] = ("case …", NotSupportedErrors.CaseOrSignal),
        [typeof(SignalActiveSyntax)] = ("signal …", NotSupportedErrors.CaseOrSignal),
        [typeof(CSharpSyntax)] = ("csharp", NotSupportedErrors.CSharp),
        [typeof(RowsSyntax)] = ("for each row of", NotSupportedErrors.Definition),
        [typeof(ColumnSyntax)] = ("for each row of", NotSupportedErrors.Definition),
        [typeof(MomentClauseSyntax)] = ("only, except", NotSupportedErrors.Moment),
        [typeof(TagContactSyntax)] = ("tag contact with", NotSupportedErrors.Action),
        [typeof(CallBackSyntax)] = ("call back", NotSupportedErrors.Action),
        [typeof(NotifySyntax)] = ("notify", NotSupportedErrors.Action),
        [typeof(EmitSignalSyntax)] = ("emit signal", NotSupportedErrors.Action),
        [typeof(FactorTableSyntax)] = ("by <field>", NotSupportedErrors.FactorByField),
        [typeof(TopSyntax)] = ("top … by", NotSupportedErrors.TopGroups),
    }.ToFrozenDictionary();

    /// <summary>The outermost of them below a node, each once.</summary>
    public static void Report(BindingScope scope, SyntaxNode node)
    {
        if (Refused(node) is var (name, descriptor))
        {
            scope.Report(descriptor, node, name);
            return;
        }

        foreach (var child in node.Children)
        {
            Report(scope, child);
        }
    }

    private static (string Name, DiagnosticDescriptor Descriptor)? Refused(SyntaxNode node) => node switch
    {
        RouteSyntax { Verb: RouteVerb.Escalate } => ("escalate to", NotSupportedErrors.Action),
        RouteOptionSyntax { Name: "via" } => ("via", NotSupportedErrors.Action),
        MeasureSyntax { Name: MeasureName.Tally } => ("tally", NotSupportedErrors.Sample),
        MeasureSyntax { Earlier: not null } => ("… earlier", NotSupportedErrors.Earlier),
        WindowSyntax { Cycles: not null } => ("over … cycles of", NotSupportedErrors.Cycles),
        _ => ByType.TryGetValue(node.GetType(), out var found) ? found : null,
    };
}
