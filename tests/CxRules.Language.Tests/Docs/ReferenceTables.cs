using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Language.Projects;
using CxRules.Language.Reference;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Transitions;
using CxRules.Language.Yaml;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;

namespace CxRules.Language.Tests.Docs;

/// <summary>The tables of docs/language.md and docs/cases.md, made from the tables of the code.</summary>
internal static class ReferenceTables
{
    public static ImmutableDictionary<string, Func<IEnumerable<string>>> All { get; } = new Dictionary<string, Func<IEnumerable<string>>>
    {
        ["clauses"] = () => Table(["clause", "for example", "meaning"], YamlRuleKeys.OfRule.Select(key => new[] { $"`{key.Name}`", $"`{key.Example}`", key.Doc })),
        ["operators"] = () => Table(["written", "meaning"], Operators()),
        ["contact conditions"] = () => Entries(ConditionReference.OfContacts),
        ["other conditions"] = () => Entries(ConditionReference.OfMeasuresAndFacts),
        ["measures"] = () => Entries(MeasureReference.All),
        ["measure additions"] = () => Entries(MeasureReference.Additions),
        ["amounts"] = () => Entries(AmountReference.All),
        ["baseline methods"] = () => Entries(AmountReference.Methods),
        ["actions"] = () => Entries(ActionReference.All),
        ["action options"] = () => Entries(ActionReference.Options),
        ["schedules"] = () => Entries(MomentReference.Schedules),
        ["moments"] = () => Entries(MomentReference.All),
        ["fields"] = () => Table(["field", "holds", "meaning"], ContactSchema.Default.Fields.Select(field => new[] { $"`{field.Name}`", field.Kind.ToString().ToLowerInvariant(), BuiltInFields.About(field.Name) })),
        ["units"] = () => Table(["of", "written"], UnitTable.Families.GroupBy(family => family.Key.Dimension).Select(kind => new[] { DimensionName(kind.Key), Codes(kind.SelectMany(family => family)) })),
        ["case states"] = () => [Codes(FactBinder.StandingWords)],
        ["reserved words"] = () => [Codes(Vocabulary.Reserved.Order(StringComparer.Ordinal))],
        ["project keys"] = () => KeyTable.Of(ProjectKeys.File),
        ["source keys"] = () => KeyTable.Of(SourceKeys.File),
        ["transition keys"] = () => KeyTable.Of(TransitionKeys.File),
        ["case steps"] = () => Table(["from", "to", "who"], CaseSteps.All.Where(step => step.To is not (CaseStanding.Merged or CaseStanding.FalseAlarm)).Select(step => new[] { CaseStandings.NameOf(step.From), CaseStandings.NameOf(step.To), Who(step.By) })),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Table(string[] head, IEnumerable<string[]> rows) =>
        rows.Select(Row).Prepend(Row([.. head.Select(_ => "---")]).Replace(" ", "", StringComparison.Ordinal)).Prepend(Row(head));

    private static IEnumerable<string> Entries(IEnumerable<ReferenceEntry> entries) =>
        Table(["written", "meaning"], entries.Select(entry => new[] { Codes(entry.Written), entry.Meaning }));

    private static IEnumerable<string[]> Operators()
    {
        var signs = OperatorGrammar.InSigns.Concat(OperatorGrammar.InWords).ToLookup(form => form.Kind, form => form.Item1);
        return OperatorReference.All.Select(entry => new[] { Codes(signs[entry.Kind].OrderBy(form => form.Length)), entry.Meaning });
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private static string Who(CaseRole role) => role switch
    {
        CaseRole.Engine => "the engine",
        CaseRole.Lead => "the CX lead",
        _ => "its owner",
    };

    private static string Codes(IEnumerable<string> written) => string.Join(", ", written.Select(text => $"`{text}`"));

    private static string DimensionName(Dimension dimension) => dimension == Dimension.Percent ? "hundredths" : dimension.ToString().ToLowerInvariant();
}
