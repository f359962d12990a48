using System.Collections.Immutable;
using CxRules.Language.Shapes;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>`owners`, `touchpoints` and `dispositions`: who answers for what, and what is said about it.</summary>
internal sealed class TaxonomyReader(ValueReader values, NameTable webhooks)
{
    private readonly NameTable _owners = new(values, "owner");
    private readonly NameTable _touchpoints = new(values, "touchpoint");
    private readonly NameTable _codes = new(values, "disposition");

    public ImmutableArray<Owner> ReadOwners(Slot<NamesShape<MapShape>> slot)
    {
        var owners = ImmutableArray.CreateBuilder<Owner>();
        foreach (var (name, about) in values.Read(slot))
        {
            var map = values.Read(about);
            if (_owners.Add(name))
            {
                owners.Add(new(name.Value.Trim(), values.Read(TaxonomyKeys.Email.In(map))) { Via = webhooks.Resolve(TaxonomyKeys.Via.In(map)) });
            }
        }

        return owners.ToImmutable();
    }

    public string? ReadFallback(Slot<TextShape> slot) => _owners.Resolve(slot);

    public ImmutableArray<Touchpoint> ReadTouchpoints(Slot<NamesShape<MapShape>> slot)
    {
        var touchpoints = ImmutableArray.CreateBuilder<Touchpoint>();
        foreach (var (name, about) in values.Read(slot))
        {
            var map = values.Read(about);
            if (_touchpoints.Add(name))
            {
                touchpoints.Add(new(name.Value.Trim(), values.Read(TaxonomyKeys.Journey.In(map)), _owners.Resolve(TaxonomyKeys.TouchpointOwner.In(map))));
            }
        }

        return touchpoints.ToImmutable();
    }

    public ImmutableArray<Disposition> ReadDispositions(Slot<UnionShape> slot)
    {
        if (ValueReader.IsOneOf(slot.As(TaxonomyKeys.Open)))
        {
            return [];
        }

        var entries = values.Read(slot.As(TaxonomyKeys.DispositionMap)).Where(entry => _codes.Add(entry.Name)).ToList();
        var dispositions = entries.ConvertAll(entry => ReadDisposition(entry.Name, entry.About));
        new TaxonomyCheck(values).ReportCycles(dispositions, entries.ConvertAll(entry => (entry.About.Node as YamlMapping)?[TaxonomyKeys.Below.Name] ?? entry.Name));
        return [.. dispositions];
    }

    private Disposition ReadDisposition(YamlScalar name, Slot<MapShape> about)
    {
        var map = values.Read(about);
        var was = values.Scalars(TaxonomyKeys.Was.In(map)).Where(_codes.Add);
        return new(
            name.Value.Trim(),
            values.Read(TaxonomyKeys.Title.In(map)),
            _codes.Resolve(TaxonomyKeys.Below.In(map)),
            values.Read(TaxonomyKeys.Kind.In(map)) ?? Demand.Unclassified,
            _touchpoints.Resolve(TaxonomyKeys.Touchpoint.In(map)),
            [.. was.Select(earlier => earlier.Value.Trim())])
        {
            IsMissing = values.Read(TaxonomyKeys.Missing.In(map)) == true,
        };
    }
}
