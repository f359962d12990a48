using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Yaml;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>Reads `cxrules.yaml`.</summary>
public static partial class ProjectReader
{
    private static readonly (string Name, DayOfWeek Value)[] Days = [.. Enum.GetValues<DayOfWeek>().Select(day => (day.ToString().ToLowerInvariant(), day))];

    private static readonly (string Name, MatchPolicy Value)[] Policies =
    [
        ("all", MatchPolicy.All),
        ("first", MatchPolicy.First),
    ];

    private static readonly FrozenDictionary<string, DiagnosticDescriptor> NotRun = new Dictionary<string, DiagnosticDescriptor>
    {
        ["late after"] = ProjectLimits.LateAfter,
        ["exposure"] = ProjectLimits.Exposure,
        ["samples"] = ProjectLimits.Samples,
        ["webhooks"] = ProjectLimits.Webhooks,
    }.ToFrozenDictionary();

    private static readonly string[] Keys =
    [
        "language", "name", "zone", "locale", "currency", "week starts", "match", "fields", "dispositions", "touchpoints", "owners", "fallback owner",
        "costs", "baseline", "calendars", "gaps", "history", "lints", "csharp", "late after", "exposure", "samples", "webhooks",
    ];

    /// <summary>The project that the file describes; what is wrong in it is reported and has its default.</summary>
    public static Project Read(SourceText text, DiagnosticBag diagnostics)
    {
        var values = new ValueReader(text, diagnostics, ProjectErrors.Values);
        var root = values.Map(YamlDocumentReader.Read(text, diagnostics), "cxrules.yaml", "name: my-rules");
        if (root is null)
        {
            return Project.Default;
        }

        values.CheckKeys(root, "a project file", Keys);
        ReportLimits(root, values);
        return Read(root, values);
    }

    private static Project Read(YamlMapping root, ValueReader values)
    {
        var usual = Project.Default;
        CheckLanguage(root["language"], values);
        var currency = Currency(root["currency"], values);
        if (root["currency"] is null && root["costs"] is YamlSequence { Items.Length: > 0 } priced && !IsMisspelt(root, "currency"))
        {
            values.Report(ProjectErrors.NoCurrency, priced, "GBP");
        }

        var (costs, note) = new CostsReader(values, currency).Read(root["costs"]);
        var taxonomy = new TaxonomyReader(values);
        var calendars = new CalendarReader(values);
        var (holidays, incidents) = calendars.Read(root["calendars"]);
        var history = values.Map(root["history"], "history", "history: { files: [\"history/*.csv.gz\"], source: crm-export }");
        if (history is not null)
        {
            values.CheckKeys(history, "`history`", ["files", "source"]);
        }

        // The properties are read in this order: touchpoints name owners, dispositions name touchpoints.
        return new()
        {
            Name = values.Text(root["name"], "name", "name: my-rules") ?? usual.Name,
            Zone = values.Zone(root["zone"]),
            Locale = Locale(root["locale"], values),
            Currency = currency,
            WeekStarts = values.Choice(root["week starts"], "week starts", "day of the week", Days) ?? usual.WeekStarts,
            Match = values.Choice(root["match"], "match", "match policy", Policies) ?? usual.Match,
            Schema = new FieldsReader(values).Read(root["fields"]),
            Owners = taxonomy.ReadOwners(root["owners"]),
            FallbackOwner = taxonomy.ReadFallback(root["fallback owner"]),
            Touchpoints = taxonomy.ReadTouchpoints(root["touchpoints"]),
            Dispositions = taxonomy.ReadDispositions(root["dispositions"]),
            Costs = costs,
            CostNote = note,
            Baseline = new BaselineReader(values).Read(root["baseline"]),
            Holidays = holidays,
            Incidents = incidents,
            Gaps = calendars.Days(root["gaps"], "gaps"),
            HistoryFiles = [.. values.Scalars(history?["files"], "files", "file names", "files: [\"history/*.csv.gz\"]").Select(file => file.Value)],
            HistorySource = values.Text(history?["source"], "source", "source: crm-export"),
        };
    }

    /// <summary>The key is there under a name that was reported.</summary>
    private static bool IsMisspelt(YamlMapping root, string key) =>
        root.Entries.Any(entry => !Keys.Contains(entry.Key.Value) && DidYouMean.Nearest(entry.Key.Value, Keys) == key);

    private static void CheckLanguage(YamlNode? node, ValueReader values)
    {
        if (values.Scalar(node, "language", "a version", "language: 1") is { } version && version.Value != "1")
        {
            values.Report(ProjectErrors.LanguageVersion, version, version.Value);
        }
    }

    private static string? Currency(YamlNode? node, ValueReader values)
    {
        if (values.Scalar(node, "currency", "a currency", "currency: GBP") is not { } scalar)
        {
            return null;
        }

        var code = scalar.Value.Length == 3 ? Currencies.Find(scalar.Value, null) : null;
        if (code is null)
        {
            var meant = Currencies.Suggest(scalar.Value);
            values.Report(ProjectErrors.UnknownCurrency, scalar, scalar.Value, meant is null ? "Write its three letters, such as `GBP`." : $"Did you mean `{meant}`?");
        }

        // Read on with what was meant, so that the costs are not reported again.
        return code ?? Currencies.Suggest(scalar.Value);
    }

    private static string? Locale(YamlNode? node, ValueReader values)
    {
        if (values.Scalar(node, "locale", "a language and a region", "locale: en-GB") is not { } scalar)
        {
            return null;
        }

        if (LocaleForm().IsMatch(scalar.Value))
        {
            return scalar.Value;
        }

        values.Report(ProjectErrors.WrongShape, scalar, "locale", "a language and a region", "locale: en-GB");
        return null;
    }

    private static void ReportLimits(YamlMapping root, ValueReader values)
    {
        foreach (var entry in root.Entries)
        {
            if (NotRun.TryGetValue(entry.Key.Value, out var limit))
            {
                values.Report(limit, entry.Key);
            }
            else if (entry.Key.Value == "lints" && !ValueReader.IsEmpty(entry.Value) && entry.Value is not YamlMapping { Entries.Length: 0 })
            {
                values.Report(ProjectLimits.Lints, entry.Key);
            }
            else if (entry is { Key.Value: "csharp", Value: not YamlScalar { Value: "off" or "no" or "false" } })
            {
                values.Report(ProjectLimits.CSharp, entry.Value);
            }
        }
    }

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\z")]
    private static partial Regex LocaleForm();
}
