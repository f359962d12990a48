using CxRules.Compiler;
using CxRules.Language.Diagnostics;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Testing.RuleSets;

namespace CxRules.Benchmarks.EndToEnd.Running;

/// <summary>A rule set's folder made ready to run in this process, as the command line does it.</summary>
internal sealed record LoadedPlan(EnginePlan Plan, ContactSource Source)
{
    private static readonly DateOnly s_today = new(2026, 1, 1);

    public static LoadedPlan Of(string folder)
    {
        var compiled = RuleSetLoader.Load(folder).RuleSets.Single().Compile(s_today);
        if (compiled.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException(error.ToString());
        }

        return new(PlanCompiler.Compile(compiled.Compilation.RuleSet, ZoneRules.Utc), compiled.Compilation.Sources.Single());
    }

    public ContactDictionaries NewDictionaries() => new(Plan.Project.Schema, Plan.Fields.Concat(Source.DoorFields));
}
