using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Shapes;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Projects;

/// <summary>Takes values of the expected shape out of a YAML tree and reports the others. Null means absent or reported.</summary>
internal sealed class ValueReader(SourceText text, DiagnosticBag diagnostics, ValueErrors errors)
{
    public ValueErrors Errors => errors;

    public void Report(DiagnosticDescriptor descriptor, YamlNode place, params object?[] arguments) =>
        diagnostics.Report(descriptor, text, place.Span, arguments);

    public void Report(DiagnosticDescriptor descriptor, YamlNode place, Fix? fix, params object?[] arguments) =>
        diagnostics.Add(descriptor.At(text, place.Span, arguments) with { Fix = fix });

    public int LineOf(YamlNode node) => text.PositionOf(node.Span.Start).Line;

    /// <summary>Reports the keys that are not among those known.</summary>
    public void CheckKeys(YamlMapping map, string owner, IReadOnlyList<string> known)
    {
        foreach (var key in map.Entries.Select(entry => entry.Key).Where(key => !known.Contains(key.Value)))
        {
            ReportName(errors.UnknownKey, key, key.Value, owner, known, $"The keys are {Names.Listed(known)}.");
        }
    }

    /// <summary>Reports the required keys that are absent.</summary>
    public void CheckRequired(YamlMapping map, MapShape shape, YamlNode place)
    {
        foreach (var key in shape.Keys.Where(key => key.IsRequired && map[key.Name] is null))
        {
            Report(errors.MissingKey, place, shape.Subject, key.Name, $"{key.Name}: {key.Value.Example}");
        }
    }

    /// <summary>Reports a name that is not among the candidates, with the one that was probably meant and a fix.</summary>
    public void ReportName(DiagnosticDescriptor descriptor, YamlScalar place, string first, string second, IReadOnlyCollection<string> candidates, string otherwise)
    {
        var nearest = DidYouMean.Nearest(place.Value, candidates);
        var fix = nearest is null || place.Style != YamlStyle.Plain ? null : new Fix($"Write `{nearest}`", [new(place.Span, nearest)]);
        Report(descriptor, place, fix, first, second, nearest is null ? otherwise : $"Did you mean `{nearest}`?");
    }

    public void ReportShape<T>(Slot<T> slot)
        where T : Shape
    {
        if (slot.Node is { } place)
        {
            Report(errors.WrongShape, place, slot.Name, slot.Shape.Expected, slot.Example);
        }
    }

    /// <summary>The map, without a look at its keys; nothing will do where none of them is required.</summary>
    public YamlMapping? Map<T>(Slot<T> slot)
        where T : Shape
    {
        var isNeeded = slot.Shape is MapShape { IsNeeded: true } or NamesShape { IsNeeded: true };
        if (slot.Node is not YamlMapping && (isNeeded || !YamlNothing.Is(slot.Node)))
        {
            ReportShape(slot);
        }

        return slot.Node as YamlMapping;
    }

    /// <summary>The map, its keys checked.</summary>
    public YamlMapping? Read(Slot<MapShape> slot)
    {
        if (Map(slot) is not { } map)
        {
            return null;
        }

        CheckKeys(map, slot.Shape.Owner, slot.Shape.Names);
        CheckRequired(map, slot.Shape, map);
        return map;
    }

    /// <summary>Names with what is said about them: the entries of a map, or a bare list.</summary>
    public ImmutableArray<NamedSlot<T>> Read<T>(Slot<NamesShape<T>> slot)
        where T : Shape
    {
        if (slot is { Node: YamlSequence list, Shape.AllowsList: true })
        {
            var name = new TextShape("names", slot.Shape.Example);
            return [.. list.Items.Select(item => Scalar(new Slot<TextShape>(item, slot.Name, name))).OfType<YamlScalar>()
                .Select(item => new NamedSlot<T>(item, new(null, item.Value, slot.Shape.Value)))];
        }

        return [.. (Map(slot)?.Entries ?? []).Select(entry => new NamedSlot<T>(entry.Key, new(entry.Value, entry.Key.Value, slot.Shape.Value)))];
    }

    /// <summary>The items of a list, each a value still to be read.</summary>
    public ImmutableArray<Slot<T>> Read<T>(Slot<ListShape<T>> slot)
        where T : Shape
    {
        if (slot.Node is YamlSequence list && (slot.Shape.AllowsNone || !list.Items.IsEmpty))
        {
            return [.. list.Items.Select(item => slot.As(slot.Shape.Item) with { Node = item })];
        }

        if (YamlNothing.Is(slot.Node) && slot.Shape.AllowsNone)
        {
            return [];
        }

        if (slot.Shape.AllowsOne && slot.Node is not YamlSequence)
        {
            return [slot.As(slot.Shape.Item)];
        }

        ReportShape(slot);
        return [];
    }

    /// <summary>A scalar that says something.</summary>
    public YamlScalar? Scalar<T>(Slot<T> slot)
        where T : Shape
    {
        if (slot.Node is YamlScalar scalar && !YamlNothing.Is(scalar) && !string.IsNullOrWhiteSpace(scalar.Value))
        {
            return scalar;
        }

        ReportShape(slot);
        return null;
    }

    /// <summary>The scalars of a list.</summary>
    public ImmutableArray<YamlScalar> Scalars(Slot<ListShape<TextShape>> slot) => [.. Read(slot).Select(Scalar).OfType<YamlScalar>()];

    public string? Read(Slot<TextShape> slot)
    {
        if (Scalar(slot) is not { } scalar)
        {
            return null;
        }

        var value = scalar.Value.Trim();
        if (slot.Shape.Form is not { } form || form.Matches(value))
        {
            return value;
        }

        if (slot.Shape.Mistake is { } mistake)
        {
            Report(mistake, scalar, scalar.Value);
        }
        else
        {
            ReportShape(slot);
        }

        return null;
    }

    public T? Read<T>(Slot<ChoiceShape<T>> slot)
        where T : struct
    {
        if (Scalar(slot) is not { } scalar)
        {
            return null;
        }

        var value = scalar.Value.Trim();
        foreach (var choice in slot.Shape.Choices)
        {
            if (string.Equals(choice.Name, value, StringComparison.OrdinalIgnoreCase))
            {
                return choice.Value;
            }
        }

        string[] names = [.. slot.Shape.Choices.Select(choice => choice.Name)];
        ReportName(errors.NotOneOf, scalar, scalar.Value, slot.Shape.Kind, names, $"Write {Names.Listed(names, "or")}.");
        return null;
    }

    /// <summary>Whether one of the words stands there; nothing is reported.</summary>
    public static bool IsOneOf(Slot<ChoiceShape<bool>> slot) =>
        slot.Node is YamlScalar scalar && slot.Shape.Choices.Any(choice => string.Equals(choice.Name, scalar.Value.Trim(), StringComparison.OrdinalIgnoreCase));

    public DateOnly? Read(Slot<DateShape> slot)
    {
        if (Scalar(slot) is not { } scalar)
        {
            return null;
        }

        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Report(ProjectErrors.BadDate, scalar, scalar.Value, "date of the calendar", slot.Shape.Example);
        return null;
    }

    public decimal? Read(Slot<NumberShape> slot)
    {
        if (Scalar(slot) is not { } scalar)
        {
            return null;
        }

        var isPercent = slot.Shape.AllowsPercent && scalar.Value.EndsWith('%');
        if (!NumberText.TryParse(isPercent ? scalar.Value[..^1] : scalar.Value, out var value))
        {
            ReportShape(slot);
            return null;
        }

        return InRange(scalar, slot.Name, isPercent ? value / 100 : value, slot.Shape.Least, slot.Shape.Most);
    }

    public int? Read(Slot<WholeShape> slot)
    {
        if (Scalar(slot) is not { } scalar)
        {
            return null;
        }

        if (!NumberText.TryParse(scalar.Value, out var value) || value != decimal.Truncate(value))
        {
            ReportShape(slot);
            return null;
        }

        return (int?)InRange(scalar, slot.Name, value, slot.Shape.Least, slot.Shape.Most);
    }

    public decimal? InRange(YamlNode place, string key, decimal value, decimal least, decimal most)
    {
        if (value >= least && value <= most)
        {
            return value;
        }

        Report(ProjectErrors.OutOfRange, place, key, value, least, most);
        return null;
    }
}
