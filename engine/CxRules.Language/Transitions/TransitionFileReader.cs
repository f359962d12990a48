using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Language.Shapes;
using CxRules.Language.Text;
using CxRules.Language.Yaml;
using CxRules.Model.Cases;
using CxRules.Model.Projects;

namespace CxRules.Language.Transitions;

/// <summary>Reads what people did with cases: a YAML file of `transitions`.</summary>
public static class TransitionFileReader
{
    /// <summary>The steps that are written well, in the order of the file; what is wrong with the others is reported.</summary>
    /// <param name="project">Its currency is that of all amounts, its owners are those that a case can be routed to.</param>
    public static ImmutableArray<WrittenTransition> Read(SourceText text, Project project, DiagnosticBag diagnostics) => ReadFile(text, project, diagnostics).Steps;

    /// <summary>The same, with who was told.</summary>
    public static WrittenLives ReadFile(SourceText text, Project project, DiagnosticBag diagnostics)
    {
        var before = diagnostics.Count;
        var document = YamlDocumentReader.Read(text, diagnostics);
        if (document is null && diagnostics.Count > before)
        {
            return new([], []);
        }

        var values = new ValueReader(text, diagnostics, TransitionErrors.Values);
        var money = new MoneyReader(values, project.Currency);
        return values.Read(new Slot<MapShape>(document, "transitions", TransitionKeys.File)) is { } root
            ? new(
                [.. values.Read(TransitionKeys.Transitions.In(root)).Select(values.Read).OfType<YamlMapping>().Select(map => Read(map, text, values, money, project.Owners)).OfType<WrittenTransition>()],
                [.. values.Read(TransitionKeys.Told.In(root)).Select(values.Read).OfType<YamlMapping>().Select(map => ReadTelling(map, text, values)).OfType<WrittenTelling>()])
            : new([], []);
    }

    private static WrittenTelling? ReadTelling(YamlMapping map, SourceText text, ValueReader values)
    {
        var id = values.Scalar(TransitionKeys.Case.In(map));
        var at = new LocalTimeReader(values).Read(TransitionKeys.At.In(map), 0);
        var by = values.Read(TransitionKeys.By.In(map));
        if (map[TransitionKeys.Customers.Name] is null && map[TransitionKeys.Agents.Name] is null)
        {
            values.Report(TransitionErrors.MissingKey, map, "The telling", TransitionKeys.Customers.Name, $"{TransitionKeys.Customers.Name}: all` or `{TransitionKeys.Agents.Name}: all");
            return null;
        }

        return id is null || at is not { } local || by is null ? null : new(
            id.Value.Trim(),
            local,
            new CaseTelling(local.Ticks, by) { Customers = [.. Names(TransitionKeys.Customers)], Agents = [.. Names(TransitionKeys.Agents)] },
            text,
            id.Span);

        IEnumerable<string> Names(Key<ListShape<TextShape>> key) => map[key.Name] is null ? [] : Named(key, map, values).Select(name => name.Value.Trim());
    }

    private static ImmutableArray<YamlScalar> Named(Key<ListShape<TextShape>> key, YamlMapping map, ValueReader values) => values.Scalars(key.In(map));

    private static WrittenTransition? Read(YamlMapping map, SourceText text, ValueReader values, MoneyReader money, ImmutableArray<Owner> declared)
    {
        var id = values.Scalar(TransitionKeys.Case.In(map));
        var at = new LocalTimeReader(values).Read(TransitionKeys.At.In(map), 0);
        var by = values.Read(TransitionKeys.By.In(map));
        var because = values.Read(TransitionKeys.Because.In(map));
        var state = values.Read(TransitionKeys.State.In(map));
        if (state is not { } to || !IsOfPeople(to, map, values) || !HasItsKeys(to, map, values) || id is null || at is not { } local || by is null)
        {
            return null;
        }

        var step = new CaseTransition(to, local.Ticks, by, because)
        {
            ReviewBy = values.Read(TransitionKeys.ReviewBy.In(map)),
            Cap = money.Read(TransitionKeys.Cap.In(map)),
            FixCost = money.Read(TransitionKeys.FixCost.In(map)),
            Owners = [.. OwnersOf(map, values, declared)],
            Into = values.Read(TransitionKeys.Into.In(map)),
        };
        return new(id.Value.Trim(), local, step, text, id.Span, map[TransitionKeys.State.Name]?.Span ?? map.Span);
    }

    /// <summary>As the project declares them; where it declares none, as written.</summary>
    private static IEnumerable<string> OwnersOf(YamlMapping map, ValueReader values, ImmutableArray<Owner> declared)
    {
        if (map[TransitionKeys.Owners.Name] is null)
        {
            yield break;
        }

        foreach (var owner in Named(TransitionKeys.Owners, map, values))
        {
            var name = owner.Value.Trim();
            if (declared.IsEmpty || declared.Any(one => one.Name == name))
            {
                yield return name;
            }
            else
            {
                values.ReportName(TransitionErrors.NotOneOf, owner, name, "owner", [.. declared.Select(one => one.Name)], "The project file names the owners.");
            }
        }
    }

    private static bool IsOfPeople(CaseStanding to, YamlMapping map, ValueReader values)
    {
        if (CaseSteps.All.Any(step => step.To == to && step.By != CaseRole.Engine))
        {
            return true;
        }

        var help = to is CaseStanding.Verified or CaseStanding.Failed or CaseStanding.Verifying
            ? "Write `state: fix claimed`: whether the fix worked shows in the contacts."
            : "Remove the step: a replay takes it by itself.";
        values.Report(TransitionErrors.EngineDecides, map[TransitionKeys.State.Name] ?? map, CaseStandings.NameOf(to), help);
        return false;
    }

    private static bool HasItsKeys(CaseStanding to, YamlMapping map, ValueReader values)
    {
        var isWhole = true;
        if (TransitionKeys.Needed.TryGetValue(to, out var needed))
        {
            foreach (var key in needed.Where(key => map[key.Name] is null))
            {
                values.Report(TransitionErrors.MissingKey, map[TransitionKeys.State.Name] ?? map, $"A case that is {CaseStandings.NameOf(to)}", key.Name, $"{key.Name}: {key.Value.Example}");
                isWhole = false;
            }
        }

        foreach (var (key, of) in TransitionKeys.Own.Where(own => own.Of != to))
        {
            if (map.Entries.FirstOrDefault(entry => entry.Key.Value == key.Name) is { } entry)
            {
                values.Report(TransitionErrors.KeyOfOtherState, entry.Key, key.Name, CaseStandings.NameOf(to), CaseStandings.NameOf(of));
                isWhole = false;
            }
        }

        return isWhole;
    }
}
