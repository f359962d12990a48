using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;

namespace CxRules.Language.Projects;

/// <summary>`fields`: what contacts carry beyond the built-in fields.</summary>
internal sealed partial class FieldsReader(ValueReader values)
{
    private static readonly (string Name, FieldKind Value)[] Kinds =
        [.. Enum.GetValues<FieldKind>().Select(kind => (kind.ToString().ToLowerInvariant(), kind))];

    public ContactSchema Read(YamlNode? node)
    {
        var names = new NameTable(values, "field");
        var declared = ImmutableArray.CreateBuilder<(string, FieldKind)>();
        foreach (var entry in values.Map(node, "fields", "fields: { plan: category }")?.Entries ?? [])
        {
            var kind = values.Choice(entry.Value, entry.Key.Value, "kind of field", Kinds);
            if (IsName(entry.Key) && names.Add(entry.Key) && kind is { } known)
            {
                declared.Add((entry.Key.Value, known));
            }
        }

        return declared.Count == 0 ? ContactSchema.Default : ContactSchema.Create(declared);
    }

    private bool IsName(YamlScalar key)
    {
        if (BuiltIn(key.Value) is { } builtIn)
        {
            values.Report(ProjectErrors.BuiltInField, key, builtIn);
            return false;
        }

        if (Form().IsMatch(key.Value))
        {
            return true;
        }

        var plain = Code.ToBareWord(key.Value).Replace('-', ' ');
        values.Report(ProjectErrors.FieldName, key, key.Value, Form().IsMatch(plain) ? plain : "contract end");
        return false;
    }

    private static string? BuiltIn(string name) =>
        ContactSchema.Default.Fields.FirstOrDefault(field => Code.ToBareWord(field.Name) == Code.ToBareWord(name))?.Name;

    [GeneratedRegex(@"^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{Nd}_]*([- ][\p{Ll}\p{Lo}\p{Nd}_]+)*\z")]
    private static partial Regex Form();
}
