using System.Collections.Immutable;
using CxRules.Model.Contacts;

namespace CxRules.Testing.Surveys;

/// <summary>All contacts, added up by sort: every report is a way of adding these up further.</summary>
internal sealed class Cube(IReadOnlyDictionary<ContactSort, ContactTally> cells)
{
    public ContactTally All { get; } = ContactTally.Sum(cells.Values);

    public Cube Where(Func<ContactSort, bool> holds) => new(cells.Where(cell => holds(cell.Key)).ToDictionary(cell => cell.Key, cell => cell.Value));

    /// <summary>By name; names that are one code for the language are one line, under the spelling that comes first by ordinal.</summary>
    /// <param name="nameOf">Null: the contacts do not say.</param>
    public ImmutableArray<KeyValuePair<string, ContactTally>> By(Func<ContactSort, string?> nameOf) =>
    [
        .. cells
            .Select(cell => (Name: nameOf(cell.Key) ?? ContactSort.None, Tally: cell.Value))
            .GroupBy(cell => cell.Name == ContactSort.None ? cell.Name : Code.ToBareWord(cell.Name))
            .Select(group => KeyValuePair.Create(group.Select(cell => cell.Name).Min(StringComparer.Ordinal) ?? "", ContactTally.Sum(group.Select(cell => cell.Tally))))
            .OrderByDescending(line => line.Value.Contacts)
            .ThenBy(line => line.Key, StringComparer.Ordinal),
    ];
}
