using CxRules.Model.Contacts;
using CxRules.Runtime;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.RowTests;

/// <summary>Which codes of a dictionary belong to a set, learned code by code.</summary>
internal sealed class CodeMembership(CategoryDictionary dictionary, CodeSet codes)
{
    private readonly List<bool> _members = [false];

    public bool Contains(int code)
    {
        while (_members.Count <= code)
        {
            _members.Add(codes.Contains(dictionary[_members.Count]));
        }

        return _members[code];
    }
}

/// <summary>A category field has one of the codes.</summary>
internal sealed class CodeLeaf(ContactField field, CodeMembership membership) : RowTestLeaf
{
    public override Truth Test(ContactBatch batch, int row)
    {
        var code = batch.Category(field).Codes[row];
        return code == 0 ? Truth.Unknown : TruthOperators.Of(membership.Contains(code));
    }
}

/// <summary>A list field holds one of the codes; a list is never missing.</summary>
internal sealed class ListLeaf(ContactField field, CodeMembership membership) : RowTestLeaf
{
    public override Truth Test(ContactBatch batch, int row)
    {
        foreach (var code in batch.List(field)[row])
        {
            if (membership.Contains(code))
            {
                return Truth.True;
            }
        }

        return Truth.False;
    }
}

/// <summary>The field has a value.</summary>
internal sealed class PresenceLeaf(ContactField field) : RowTestLeaf
{
    public override Truth Test(ContactBatch batch, int row) => TruthOperators.Of(batch.Find(field) switch
    {
        CategoryColumn codes => codes.Codes[row] != 0,
        NumberColumn numbers => numbers.Values[row] != FieldScale.Missing,
        TextColumn texts => !texts[row].IsEmpty,
        ListColumn lists => !lists[row].IsEmpty,
        _ => false,
    });
}
