using System.Collections.Immutable;
using CxRules.Language.Shapes;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>`escalations`: a base, and how many times of it a kind of complaint costs.</summary>
internal sealed class EscalationReader(ValueReader values, MoneyReader money)
{
    public EscalationCosts? Read(Slot<NamesShape<MapShape>> slot)
    {
        if (values.Map(slot) is not { } map)
        {
            return null;
        }

        var kinds = ImmutableDictionary.CreateBuilder<string, EscalationFactor>(StringComparer.OrdinalIgnoreCase);
        var names = new NameTable(values, "escalation");
        foreach (var (name, about) in values.Read(slot).Where(entry => entry.Name.Value != CostKeys.Base.Name))
        {
            if (Factor(about) is { } factor && names.Add(name))
            {
                kinds[name.Value] = factor;
            }
        }

        var settled = CostKeys.Base.In(map);
        if (settled.Node is null)
        {
            values.Report(ProjectErrors.MissingKey, map, "`escalations`", settled.Name, settled.Example);
        }

        return money.Read(settled) is { } amount ? new(amount, kinds.ToImmutable()) : null;
    }

    private EscalationFactor? Factor(Slot<MapShape> slot)
    {
        if (values.Read(slot) is not { } map)
        {
            return null;
        }

        var time = values.Read(CostKeys.Time.In(map)) ?? 1;
        return values.Read(CostKeys.Money.In(map)) is { } times ? new(times, time) : null;
    }
}
