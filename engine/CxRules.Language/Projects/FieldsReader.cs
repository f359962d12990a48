using System.Collections.Immutable;
using CxRules.Language.Shapes;
using CxRules.Language.Yaml;
using CxRules.Model.Contacts;

namespace CxRules.Language.Projects;

/// <summary>`fields`: what contacts carry beyond the built-in fields.</summary>
internal sealed class FieldsReader(ValueReader values)
{
    public ContactSchema Read(Slot<NamesShape<ChoiceShape<FieldKind>>> slot)
    {
        var names = new NameTable(values, "field");
        var declared = ImmutableArray.CreateBuilder<(string, FieldKind)>();
        foreach (var (name, about) in values.Read(slot))
        {
            var kind = values.Read(about);
            if (IsName(name) && names.Add(name) && kind is { } known)
            {
                declared.Add((name.Value, known));
            }
        }

        return declared.Count == 0 ? ContactSchema.Default : ContactSchema.Create(declared);
    }

    private bool IsName(YamlScalar key)
    {
        if (FieldNames.BuiltIn(key.Value) is { } builtIn)
        {
            values.Report(ProjectErrors.BuiltInField, key, builtIn);
            return false;
        }

        if (FieldNames.IsGood(key.Value))
        {
            return true;
        }

        var plain = Code.ToBareWord(key.Value).Replace('-', ' ');
        values.Report(ProjectErrors.FieldName, key, key.Value, FieldNames.IsGood(plain) ? plain : "contract end");
        return false;
    }
}
