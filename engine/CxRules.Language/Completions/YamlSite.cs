using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Completions;

/// <summary>A position in a YAML file: the keys above it, and the text it stands in.</summary>
/// <param name="Path">Keys from the top, `-` for an item of a list.</param>
/// <param name="IsKey">A key is being written; else a value.</param>
/// <param name="Before">What the value says before the word at the position.</param>
/// <param name="Offsets">The place of each of its characters in the file, and one more.</param>
/// <param name="Keys">Those of the map that a key would stand in.</param>
internal sealed record YamlSite(ImmutableArray<string> Path, bool IsKey, string Before, ImmutableArray<int> Offsets, ImmutableArray<string> Keys, TextSpan Word)
{
    private const string Dummy = "zz-name-zz";

    /// <summary>What can make a document of one that is cut off behind a word.</summary>
    private static readonly string[] Endings = ["", "\"", "'", "]", "}", ": x", ": x}", "\"]", "\"}"];

    public static YamlSite? At(SourceText text, int position, TextSpan word)
    {
        var item = YamlItemText.Before(text, word.Start);
        foreach (var ending in Endings)
        {
            var bag = new DiagnosticBag();
            var cut = new SourceText(text.File, item.Content + Dummy + ending);
            var document = YamlDocumentReader.Read(cut, bag);
            if (document is not null && Find(document, [], null) is { } found)
            {
                var offsets = found.Offsets.Select(offset => offset + item.Shift).ToImmutableArray();
                return found with { Offsets = offsets, Word = word };
            }
        }

        return null;
    }

    private static YamlSite? Find(YamlNode node, ImmutableArray<string> path, YamlMapping? map) => node switch
    {
        YamlScalar scalar => InValue(scalar, path, map),
        YamlSequence list => list.Items.Select(item => Find(item, path.Add("-"), null)).FirstOrDefault(found => found is not null),
        YamlMapping entries => entries.Entries
            .Select(entry => entry.Key.Value == Dummy ? InKey(entry.Key, path, entries) : Find(entry.Value, path.Add(entry.Key.Value), entries))
            .FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static YamlSite InKey(YamlScalar key, ImmutableArray<string> path, YamlMapping map) =>
        new(path, true, "", key.Offsets.ToImmutableArray(), [.. map.Entries.Select(entry => entry.Key.Value).Where(name => name != Dummy)], default);

    private static YamlSite? InValue(YamlScalar scalar, ImmutableArray<string> path, YamlMapping? map)
    {
        var at = scalar.Value.IndexOf(Dummy, StringComparison.Ordinal);
        return at < 0 ? null : new(path, false, scalar.Value[..at], scalar.Offsets.ToImmutableArray(), [.. (map?.Entries ?? []).Select(entry => entry.Key.Value)], default);
    }
}
