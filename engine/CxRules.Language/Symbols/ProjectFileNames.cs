using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Symbols;

/// <summary>The names in a `cxrules.yaml`, those it declares and those it uses, and in source files.</summary>
internal static class ProjectFileNames
{
    private const string Disposition = "disposition";

    /// <summary>What names stand where. `*` is any key, `-` any item of a list; a path that ends with `*` is about the keys, or the items of a list in their place.</summary>
    private static readonly ImmutableArray<NamePlace> Places =
    [
        new([ProjectKeys.Fields.Name, "*"], SymbolKind.Field, null, true),
        new([ProjectKeys.Dispositions.Name, "*"], SymbolKind.Code, Disposition, true),
        new([ProjectKeys.Dispositions.Name, "*", TaxonomyKeys.Below.Name], SymbolKind.Code, Disposition, false),
        new([ProjectKeys.Dispositions.Name, "*", TaxonomyKeys.Touchpoint.Name], SymbolKind.Touchpoint, null, false),
        new([ProjectKeys.Touchpoints.Name, "*"], SymbolKind.Touchpoint, null, true),
        new([ProjectKeys.Touchpoints.Name, "*", TaxonomyKeys.TouchpointOwner.Name], SymbolKind.Owner, null, false),
        new([ProjectKeys.Owners.Name, "*"], SymbolKind.Owner, null, true),
        new([ProjectKeys.Owners.Name, "*", TaxonomyKeys.Via.Name], SymbolKind.Webhook, null, false),
        new([ProjectKeys.FallbackOwner.Name], SymbolKind.Owner, null, false),
        new([ProjectKeys.Costs.Name, "-", CostKeys.Channels.Name, "*"], SymbolKind.Code, "channel", false),
        new([ProjectKeys.Baseline.Name, BaselineKeys.Exposure.Name], SymbolKind.Exposure, null, false),
        new([ProjectKeys.Calendars.Name, "*"], SymbolKind.Calendar, null, true),
        new([ProjectKeys.Exposure.Name, "*"], SymbolKind.Exposure, null, true),
        new([ProjectKeys.Samples.Name, "*"], SymbolKind.Sample, null, true),
        new([ProjectKeys.Webhooks.Name, "*"], SymbolKind.Webhook, null, true),
    ];

    /// <summary>The same of a `*.source.yaml`.</summary>
    private static readonly ImmutableArray<NamePlace> SourcePlaces = [new([SourceKeys.Fields.Name, "*"], SymbolKind.Field, null, false)];

    public static NamePlace? PlaceOf(ImmutableArray<string> path, bool isKey) => PlaceOf(Places, path, isKey);

    private static NamePlace? PlaceOf(ImmutableArray<NamePlace> places, ImmutableArray<string> path, bool isKey) =>
        places.FirstOrDefault(place => place.IsKey == (isKey || path[^1] == "-") && place.Matches(isKey ? path.Add("*") : path));

    public static ImmutableArray<SymbolReference> Of(SourceText project) => Of(project, Places);

    public static ImmutableArray<SymbolReference> OfSource(SourceText source) => Of(source, SourcePlaces);

    private static ImmutableArray<SymbolReference> Of(SourceText project, ImmutableArray<NamePlace> places)
    {
        var found = ImmutableArray.CreateBuilder<SymbolReference>();
        if (YamlDocumentReader.Read(project, new DiagnosticBag()) is { } root)
        {
            Walk(project, root, [], places, found);
        }

        return found.ToImmutable();
    }

    private static void Walk(SourceText text, YamlNode node, ImmutableArray<string> path, ImmutableArray<NamePlace> places, ImmutableArray<SymbolReference>.Builder found)
    {
        switch (node)
        {
            case YamlScalar scalar when path.Length > 0 && PlaceOf(places, path, isKey: false) is { } place:
                found.Add(place.At(text, scalar));
                break;
            case YamlSequence list when path is [_, var code, _] && path[0] == ProjectKeys.Dispositions.Name && path[2] == TaxonomyKeys.Was.Name:
                found.AddRange(list.Items.OfType<YamlScalar>().Select(name =>
                    new SymbolReference(text, Inside(name), new(SymbolKind.Code, code, Disposition)) { IsEarlierName = true }));
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Walk(text, item, path.Add("-"), places, found);
                }

                break;
            case YamlMapping map:
                foreach (var entry in map.Entries)
                {
                    if (PlaceOf(places, path, isKey: true) is { } place)
                    {
                        found.Add(place.At(text, entry.Key));
                    }

                    Walk(text, entry.Value, path.Add(entry.Key.Value), places, found);
                }

                break;
        }
    }

    /// <summary>A name without its quotes.</summary>
    internal static TextSpan Inside(YamlScalar scalar) => scalar.SpanOf(0, scalar.Value.Length);
}

/// <summary>A place of the project file where a name stands.</summary>
internal sealed record NamePlace(ImmutableArray<string> Path, SymbolKind Kind, string? Container, bool IsDeclaration)
{
    public bool IsKey => Path[^1] == "*";

    public bool Matches(ImmutableArray<string> path)
    {
        if (path.Length != Path.Length)
        {
            return false;
        }

        for (var i = 0; i < Path.Length; i++)
        {
            if (Path[i] != "*" && Path[i] != path[i])
            {
                return false;
            }
        }

        return true;
    }

    public SymbolReference At(SourceText text, YamlScalar name) =>
        new(text, ProjectFileNames.Inside(name), new(Kind, name.Value.Trim(), Container)) { IsDeclaration = IsDeclaration };
}
