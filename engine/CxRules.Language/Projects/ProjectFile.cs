using System.Globalization;
using CxRules.Language.Text;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>What a project file can declare by name.</summary>
public enum DeclarationKind
{
    Field,
    Disposition,
    Touchpoint,
    Owner,
    Calendar,
    Exposure,
    Sample,
    Webhook,
}

/// <summary>A project with the places of its text.</summary>
public sealed class ProjectFile
{
    private readonly YamlMapping? _root;

    internal ProjectFile(Project project, SourceText text, YamlMapping? root)
    {
        Project = project;
        Text = text;
        _root = root;
    }

    public Project Project { get; }

    public SourceText Text { get; }

    /// <summary>Where a key stands; null where the file does not have it.</summary>
    /// <param name="path">The keys from the outermost on; an item of a list by its number, from 0: `costs`, `0`, `acquisition`.</param>
    public TextSpan? KeyAt(params ReadOnlySpan<string> path)
    {
        YamlNode? node = _root;
        TextSpan? place = null;
        foreach (var step in path)
        {
            switch (node)
            {
                case YamlMapping map when map.Entries.FirstOrDefault(entry => entry.Key.Value == step) is { } entry:
                    (place, node) = (entry.Key.Span, entry.Value);
                    break;
                case YamlSequence list when int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < list.Items.Length:
                    (place, node) = (list.Items[index].Span, list.Items[index]);
                    break;
                default:
                    return null;
            }
        }

        return place;
    }

    /// <summary>Where a name is declared, by any of its spellings and, for a disposition, its earlier names; null where it is not.</summary>
    public TextSpan? DeclarationOf(DeclarationKind kind, string name)
    {
        var word = Code.ToBareWord(name);
        return _root?[SectionOf(kind)] switch
        {
            YamlMapping map => (map.Entries.FirstOrDefault(entry => IsSo(entry.Key, word)) ?? map.Entries.FirstOrDefault(entry => Was(entry, kind, word)))?.Key.Span,
            YamlSequence list => list.Items.OfType<YamlScalar>().FirstOrDefault(item => IsSo(item, word))?.Span,
            _ => null,
        };
    }

    private static string SectionOf(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Field => ProjectKeys.Fields.Name,
        DeclarationKind.Disposition => ProjectKeys.Dispositions.Name,
        DeclarationKind.Touchpoint => ProjectKeys.Touchpoints.Name,
        DeclarationKind.Owner => ProjectKeys.Owners.Name,
        DeclarationKind.Calendar => ProjectKeys.Calendars.Name,
        DeclarationKind.Exposure => ProjectKeys.Exposure.Name,
        DeclarationKind.Sample => ProjectKeys.Samples.Name,
        _ => ProjectKeys.Webhooks.Name,
    };

    private static bool IsSo(YamlScalar name, string word) => Code.ToBareWord(name.Value) == word;

    private static bool Was(YamlEntry entry, DeclarationKind kind, string word) =>
        kind == DeclarationKind.Disposition && (entry.Value as YamlMapping)?[TaxonomyKeys.Was.Name] switch
        {
            YamlScalar one => IsSo(one, word),
            YamlSequence several => several.Items.OfType<YamlScalar>().Any(item => IsSo(item, word)),
            _ => false,
        };
}
