using CxRules.Language.Diagnostics;
using CxRules.Language.Shapes;
using CxRules.Language.Text;
using CxRules.Language.Yaml;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>Reads `cxrules.yaml`.</summary>
public static class ProjectReader
{
    /// <summary>The project that the file describes; what is wrong in it is reported and has its default.</summary>
    public static ProjectFile Read(SourceText text, DiagnosticBag diagnostics)
    {
        var values = new ValueReader(text, diagnostics, ProjectErrors.Values);
        var document = new Slot<MapShape>(YamlDocumentReader.Read(text, diagnostics), "cxrules.yaml", ProjectKeys.File);
        return values.Read(document) is { } root ? new(Read(root, values), text, root) : new(Project.Default, text, null);
    }

    private static Project Read(YamlMapping root, ValueReader values)
    {
        var usual = Project.Default;
        CheckLanguage(values, ProjectKeys.Language.In(root));
        var currency = new CurrencyReader(values).Read(ProjectKeys.Currency.In(root));

        // What is named elsewhere is read first: owners name webhooks, touchpoints name owners, dispositions name touchpoints.
        var declarations = new DeclarationReader(values);
        var exposures = declarations.ReadExposures(ProjectKeys.Exposure.In(root));
        var webhooks = declarations.ReadWebhooks(ProjectKeys.Webhooks.In(root));
        var taxonomy = new TaxonomyReader(values, declarations.WebhookNames);
        var owners = taxonomy.ReadOwners(ProjectKeys.Owners.In(root));
        var touchpoints = taxonomy.ReadTouchpoints(ProjectKeys.Touchpoints.In(root));
        var calendars = new CalendarReader(values);
        var named = calendars.Read(ProjectKeys.Calendars.In(root));
        var priced = new CostsReader(values, currency);
        var (costs, note) = priced.Read(ProjectKeys.Costs.In(root));
        CheckCurrency(root, values, priced.Currency);
        var history = values.Read(ProjectKeys.History.In(root));
        return new()
        {
            Name = values.Read(ProjectKeys.Name.In(root)) ?? usual.Name,
            Zone = new ZoneReader(values).Read(ProjectKeys.Zone.In(root)),
            Locale = values.Read(ProjectKeys.Locale.In(root)),
            Currency = priced.Currency,
            WeekStarts = values.Read(ProjectKeys.WeekStarts.In(root)) ?? usual.WeekStarts,
            Match = values.Read(ProjectKeys.Match.In(root)) ?? usual.Match,
            LateAfter = new DurationReader(values).Read(ProjectKeys.LateAfter.In(root)),
            Schema = new FieldsReader(values).Read(ProjectKeys.Fields.In(root)),
            Owners = owners,
            FallbackOwner = taxonomy.ReadFallback(ProjectKeys.FallbackOwner.In(root)),
            Touchpoints = touchpoints,
            Dispositions = taxonomy.ReadDispositions(ProjectKeys.Dispositions.In(root)),
            Costs = costs,
            CostNote = note,
            Baseline = new BaselineReader(values, declarations.ExposureNames).Read(ProjectKeys.Baseline.In(root)),
            Calendars = named,
            Holidays = ExcludedDays.Holidays(named),
            Incidents = ExcludedDays.Incidents(named),
            Exposures = exposures,
            Samples = declarations.ReadSamples(ProjectKeys.Samples.In(root)),
            Gaps = calendars.Days(ProjectKeys.Gaps.In(root)),
            HistoryFiles = [.. values.Scalars(HistoryKeys.Files.In(history)).Select(file => file.Value)],
            HistorySource = values.Read(HistoryKeys.Source.In(history)),
            Webhooks = webhooks,
            Lints = new LintsReader(values).Read(ProjectKeys.Lints.In(root)),
            CSharp = values.Read(ProjectKeys.CSharp.In(root)) ?? usual.CSharp,
        };
    }

    private static void CheckLanguage(ValueReader values, Slot<ChoiceShape<int>> slot)
    {
        if (values.Scalar(slot) is { } version && version.Value.Trim() != "1")
        {
            values.Report(ProjectErrors.LanguageVersion, version, version.Value);
        }
    }

    /// <param name="first">The currency of the first amount.</param>
    private static void CheckCurrency(YamlMapping root, ValueReader values, string? first)
    {
        if (root[ProjectKeys.Currency.Name] is null && root[ProjectKeys.Costs.Name] is YamlSequence { Items.Length: > 0 } priced && !IsMisspelt(root, ProjectKeys.Currency.Name))
        {
            values.Report(ProjectErrors.NoCurrency, priced, first ?? "GBP");
        }
    }

    /// <summary>The key is there under a name that was reported.</summary>
    private static bool IsMisspelt(YamlMapping root, string key) =>
        root.Entries.Any(entry => !ProjectKeys.File.Names.Contains(entry.Key.Value) && DidYouMean.Nearest(entry.Key.Value, ProjectKeys.File.Names) == key);
}
