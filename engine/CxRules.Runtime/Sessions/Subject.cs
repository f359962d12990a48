using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>A group, or a contact, that signals and cases of other rules are looked up for.</summary>
/// <param name="Fields">Those that it has a value of.</param>
/// <param name="Codes">By field.</param>
internal readonly record struct Subject(ImmutableArray<ContactField> Fields, ImmutableArray<int> Codes)
{
    /// <summary>True for a group with the same values of the fields that both have.</summary>
    public bool IsOf(ImmutableArray<ContactField> per, GroupKey group)
    {
        for (var i = 0; i < per.Length; i++)
        {
            var position = Fields.IndexOf(per[i]);
            if (position >= 0 && group.Codes[i] != Codes[position])
            {
                return false;
            }
        }

        return true;
    }
}
