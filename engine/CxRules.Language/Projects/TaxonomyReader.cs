using System.Collections.Immutable;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>`owners`, `touchpoints` and `dispositions`: who answers for what, and what is said about it.</summary>
internal sealed class TaxonomyReader(ValueReader values)
{
    private static readonly (string Name, Demand Value)[] Demands =
    [
        ("failure", Demand.Failure),
        ("value", Demand.Value),
        ("unclassified", Demand.Unclassified),
    ];

    private static readonly (string Name, bool Value)[] YesNo =
    [
        ("true", true), ("yes", true), ("false", false), ("no", false),
    ];

    private static readonly string[] OwnerKeys = ["email", "via"];
    private static readonly string[] TouchpointKeys = ["journey", "owner"];
    private static readonly string[] DispositionKeys = ["title", "below", "demand", "touchpoint", "was", "missing"];

    private readonly NameTable _owners = new(values, "owner");
    private readonly NameTable _touchpoints = new(values, "touchpoint");
    private readonly NameTable _codes = new(values, "disposition");

    public ImmutableArray<Owner> ReadOwners(YamlNode? node)
    {
        const string Example = "owners: { Billing: { email: billing@example.com } }";
        var owners = ImmutableArray.CreateBuilder<Owner>();
        foreach (var (name, value) in values.Named(node, "owners", Example))
        {
            var map = values.Map(value, name.Value, $"{name.Value}: {{ email: billing@example.com }}");
            if (map is not null)
            {
                values.CheckKeys(map, "an owner", OwnerKeys);
                ReportVia(map);
            }

            if (_owners.Add(name))
            {
                owners.Add(new(name.Value.Trim(), Email(map?["email"])));
            }
        }

        return owners.ToImmutable();
    }

    public string? ReadFallback(YamlNode? node) => _owners.Resolve(node, "fallback owner");

    public ImmutableArray<Touchpoint> ReadTouchpoints(YamlNode? node)
    {
        const string Example = "touchpoints: { first-bill: { journey: join, owner: Billing } }";
        var touchpoints = ImmutableArray.CreateBuilder<Touchpoint>();
        foreach (var (name, value) in values.Named(node, "touchpoints", Example))
        {
            var map = values.Map(value, name.Value, $"{name.Value}: {{ owner: Billing }}");
            if (map is not null)
            {
                values.CheckKeys(map, "a touchpoint", TouchpointKeys);
            }

            if (_touchpoints.Add(name))
            {
                touchpoints.Add(new(name.Value.Trim(), values.Text(map?["journey"], "journey", "journey: join"), _owners.Resolve(map?["owner"], "owner")));
            }
        }

        return touchpoints.ToImmutable();
    }

    public ImmutableArray<Disposition> ReadDispositions(YamlNode? node)
    {
        const string Example = "dispositions: { billing-confusion: { title: Billing confusion } }";
        if (node is YamlScalar { Value: "open" })
        {
            return [];
        }

        var entries = values.Named(node, "dispositions", Example).Where(entry => _codes.Add(entry.Name)).ToList();
        var dispositions = entries.ConvertAll(entry => ReadDisposition(entry.Name, entry.Value));
        new TaxonomyCheck(values).ReportCycles(dispositions, entries.ConvertAll(entry => (entry.Value as YamlMapping)?["below"] ?? entry.Name));
        return [.. dispositions];
    }

    private Disposition ReadDisposition(YamlScalar name, YamlNode? value)
    {
        var map = values.Map(value, name.Value, $"{name.Value}: {{ title: Billing }}");
        if (map is null)
        {
            return new(name.Value.Trim(), null, null, Demand.Unclassified, null, []);
        }

        values.CheckKeys(map, "a disposition", DispositionKeys);
        if (map["missing"] is { } missing && values.Choice(missing, "missing", "yes or no", YesNo) == true)
        {
            values.Report(ProjectLimits.MissingCode, missing);
        }

        var was = values.Scalars(map["was"], "was", "earlier names", "was: [bill-query]").Where(_codes.Add);
        return new(
            name.Value.Trim(),
            values.Text(map["title"], "title", "title: Billing"),
            _codes.Resolve(map["below"], "below"),
            values.Choice(map["demand"], "demand", "kind of demand", Demands) ?? Demand.Unclassified,
            _touchpoints.Resolve(map["touchpoint"], "touchpoint"),
            [.. was.Select(earlier => earlier.Value.Trim())]);
    }

    private void ReportVia(YamlMapping map)
    {
        foreach (var key in map.Entries.Select(entry => entry.Key).Where(key => key.Value == "via"))
        {
            values.Report(ProjectLimits.Via, key);
        }
    }

    private string? Email(YamlNode? node)
    {
        if (values.Scalar(node, "email", "an email address", "email: billing@example.com") is not { } scalar)
        {
            return null;
        }

        var parts = scalar.Value.Split('@');
        if (parts.Length == 2 && parts.All(part => part.Length > 0) && !scalar.Value.Any(char.IsWhiteSpace))
        {
            return scalar.Value;
        }

        values.Report(ProjectErrors.BadEmail, scalar, scalar.Value);
        return null;
    }
}
