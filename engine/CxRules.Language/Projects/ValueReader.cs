using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Yaml;
using CxRules.Model.Time;

namespace CxRules.Language.Projects;

/// <summary>Takes values of the expected kind out of a YAML tree and reports the others. Null means absent or reported.</summary>
internal sealed class ValueReader(SourceText text, DiagnosticBag diagnostics, ValueErrors errors)
{
    public void Report(DiagnosticDescriptor descriptor, YamlNode place, params object?[] arguments) =>
        diagnostics.Report(descriptor, text, place.Span, arguments);

    public int LineOf(YamlNode node) => text.PositionOf(node.Span.Start).Line;

    /// <summary>The same as `key:` with nothing behind it.</summary>
    public static bool IsEmpty(YamlNode? node) => node is null or YamlScalar { Style: YamlStyle.Plain, Value: "" };

    /// <summary>Reports the keys that are not among those known.</summary>
    public void CheckKeys(YamlMapping map, string owner, IReadOnlyList<string> known)
    {
        foreach (var key in map.Entries.Select(entry => entry.Key).Where(key => !known.Contains(key.Value)))
        {
            ReportName(errors.UnknownKey, key, key.Value, owner, known, $"The keys are {Listed(known)}.");
        }
    }

    /// <summary>Reports a name that is not among the candidates, with the one that was probably meant and a fix.</summary>
    public void ReportName(DiagnosticDescriptor descriptor, YamlScalar place, string first, string second, IReadOnlyCollection<string> candidates, string otherwise)
    {
        var nearest = DidYouMean.Nearest(place.Value, candidates);
        var help = nearest is null ? otherwise : $"Did you mean `{nearest}`?";
        var fix = nearest is null || place.Style != YamlStyle.Plain ? null : new Fix($"Write `{nearest}`", [new(place.Span, nearest)]);
        diagnostics.Add(descriptor.At(text, place.Span, first, second, help) with { Fix = fix });
    }

    public YamlMapping? Map(YamlNode? node, string key, string example)
    {
        if (node is YamlMapping || IsEmpty(node))
        {
            return node as YamlMapping;
        }

        return Wrong<YamlMapping>(node, key, "keys with values below it", example);
    }

    public YamlSequence? Sequence(YamlNode? node, string key, string example)
    {
        if (node is YamlSequence || IsEmpty(node))
        {
            return node as YamlSequence;
        }

        return Wrong<YamlSequence>(node, key, "a list", example);
    }

    /// <summary>A scalar that says something.</summary>
    public YamlScalar? Scalar(YamlNode? node, string key, string expected, string example) => node switch
    {
        null => null,
        YamlScalar scalar when !string.IsNullOrWhiteSpace(scalar.Value) => scalar,
        _ => Wrong<YamlScalar>(node, key, expected, example),
    };

    public string? Text(YamlNode? node, string key, string example) => Scalar(node, key, "a text", example)?.Value.Trim();

    /// <summary>The scalars of a list; a single one stands for a list of one.</summary>
    public ImmutableArray<YamlScalar> Scalars(YamlNode? node, string key, string expected, string example)
    {
        ImmutableArray<YamlNode> items = node is null || IsEmpty(node) ? [] : node is YamlSequence sequence ? sequence.Items : [node];
        return [.. items.Select(item => Scalar(item, key, expected, example)).OfType<YamlScalar>()];
    }

    /// <summary>Names with what is said about them: the entries of a map, or a bare list.</summary>
    public ImmutableArray<(YamlScalar Name, YamlNode? Value)> Named(YamlNode? node, string key, string example)
    {
        if (node is YamlSequence)
        {
            return [.. Scalars(node, key, "names", example).Select(name => (name, (YamlNode?)null))];
        }

        return [.. (Map(node, key, example)?.Entries ?? []).Select(entry => (entry.Key, (YamlNode?)entry.Value))];
    }

    public T? Choice<T>(YamlNode? node, string key, string kind, IReadOnlyList<(string Name, T Value)> table)
        where T : struct
    {
        if (Scalar(node, key, $"a {kind}", $"{key}: {table[0].Name}") is not { } scalar)
        {
            return null;
        }

        foreach (var (name, value) in table)
        {
            if (string.Equals(name, scalar.Value, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        string[] names = [.. table.Select(row => row.Name)];
        ReportName(errors.NotOneOf, scalar, scalar.Value, kind, names, $"Write {Listed(names, "or")}.");
        return null;
    }

    public DateOnly? Date(YamlNode? node, string key)
    {
        const string Example = "2026-04-03";
        if (Scalar(node, key, "a date", $"{key}: {Example}") is not { } scalar)
        {
            return null;
        }

        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Report(ProjectErrors.BadDate, scalar, scalar.Value, "date of the calendar", Example);
        return null;
    }

    /// <summary>A number within its limits, thousands commas allowed.</summary>
    public decimal? Number(YamlNode? node, string key, decimal least, decimal most, string example)
    {
        if (Scalar(node, key, "a number", $"{key}: {example}") is not { } scalar)
        {
            return null;
        }

        if (!NumberText.TryParse(scalar.Value, out var value))
        {
            Report(errors.WrongShape, scalar, key, "a number", $"{key}: {example}");
            return null;
        }

        return InRange(scalar, key, value, least, most);
    }

    public int? Whole(YamlNode? node, string key, int least, int most)
    {
        var example = least.ToString(CultureInfo.InvariantCulture);
        var value = Number(node, key, least, most, example);
        if (node is null || value is not { } number || number == decimal.Truncate(number))
        {
            return (int?)value;
        }

        Report(errors.WrongShape, node, key, "a whole number", $"{key}: {example}");
        return null;
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

    public ZoneRules? Zone(YamlNode? node)
    {
        if (Scalar(node, "zone", "a time zone", "zone: Europe/London") is not { } scalar)
        {
            return null;
        }

        if (Zones.Find(scalar.Value) is { } zone)
        {
            return zone;
        }

        var meant = Zones.Suggest(scalar.Value);
        var help = meant is null ? "Write the continent and a large city of the zone, such as `Europe/London`, or `UTC`." : $"Did you mean `{meant}`?";
        var fix = meant is null ? null : new Fix($"Write `{meant}`", [new(scalar.Span, meant)]);
        diagnostics.Add(errors.UnknownZone.At(text, scalar.Span, scalar.Value, help) with { Fix = fix });
        return null;
    }

    public void ReportMissing(YamlNode place, string owner, string key, string example) => Report(errors.MissingKey, place, owner, key, example);

    public static string Listed(IReadOnlyList<string> names, string last = "and") => names.Count == 1
        ? $"`{names[0]}`"
        : $"{string.Join(", ", names.Take(names.Count - 1).Select(name => $"`{name}`"))} {last} `{names[^1]}`";

    private T? Wrong<T>(YamlNode? place, string key, string expected, string example)
        where T : YamlNode
    {
        if (place is not null)
        {
            Report(errors.WrongShape, place, key, expected, example);
        }

        return null;
    }
}
