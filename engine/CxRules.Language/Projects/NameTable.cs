using CxRules.Language.Shapes;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;

namespace CxRules.Language.Projects;

/// <summary>Declared names of one kind, told apart as rules tell them apart: as bare words.</summary>
internal sealed class NameTable(ValueReader values, string kind)
{
    private readonly Dictionary<string, (string Name, YamlScalar Place)> _byWord = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => [.. _byWord.Values.Select(entry => entry.Name)];

    /// <summary>A name is an error even where none of the kind is declared.</summary>
    public bool IsClosed { get; init; }

    /// <summary>False, with a report, where the name is empty or agrees with an earlier one.</summary>
    public bool Add(YamlScalar name)
    {
        var word = Code.ToBareWord(name.Value);
        if (word.Length == 0)
        {
            values.Report(ProjectErrors.EmptyName, name, kind);
            return false;
        }

        if (_byWord.TryAdd(word, (name.Value.Trim(), name)))
        {
            return true;
        }

        var (earlier, place) = _byWord[word];
        values.Report(ProjectErrors.Agree, name, name.Value, earlier, values.LineOf(place), word);
        return false;
    }

    /// <summary>The name as it was declared.</summary>
    public string? Find(string reference) => _byWord.TryGetValue(Code.ToBareWord(reference), out var entry) ? entry.Name : null;

    /// <summary>The declared name that a reference means; where none of the kind is declared, the reference itself.</summary>
    public string? Resolve(Slot<TextShape> slot)
    {
        if (values.Scalar(slot) is not { } reference)
        {
            return null;
        }

        if (_byWord.Count == 0 && !IsClosed)
        {
            return reference.Value.Trim();
        }

        if (Find(reference.Value) is { } declared)
        {
            return declared;
        }

        var otherwise = _byWord.Count == 0 ? $"Declare it under `{kind}s`." : $"Declare it, or name one of {Names.Listed([.. All.Take(12)])}.";
        values.ReportName(ProjectErrors.Undeclared, reference, kind, reference.Value, All, otherwise);
        return null;
    }
}
