using System.Collections.Immutable;
using System.Globalization;
using CxRules.Compiler;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Runtime;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Explaining;

/// <summary>Says of a contact which other one its journeys found, or until when they look for one.</summary>
internal sealed class JourneyValues(DecidedReplay replay)
{
    private static readonly Dictionary<JourneySide, (string Verb, string Found)> s_words = new()
    {
        [JourneySide.After] = ("followed", "followed by"),
        [JourneySide.Before] = ("preceded", "preceded by"),
    };

    /// <summary>One line for each journey of a condition.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Of(BoundCondition condition, ContactBatch batch, int row) =>
        ConditionCompiler.Journeys(condition, replay.Plan).Select(entry => Of(replay.Plan.Journeys[entry.Atom], replay.Pass.Engine.Look(entry.Atom, batch, row), batch, row)).ToImmutableArray();

    public bool IsUndecided(BoundCondition condition, ContactBatch batch, int row) =>
        ConditionCompiler.Journeys(condition, replay.Plan).Any(entry => replay.Pass.Engine.Look(entry.Atom, batch, row).IsUndecided);

    private KeyValuePair<string, string?> Of(JourneyAtom atom, FoundJourney found, ContactBatch batch, int row)
    {
        var (verb, by) = s_words[atom.Side];
        return found switch
        {
            { IsNameless: true } => KeyValuePair.Create(verb, (string?)$"unknown, the contact has no {(atom.Same is null ? "customer" : $"customer or no {atom.Same.Name}")}"),
            { Found: { } at } => KeyValuePair.Create(by, (string?)$"{Partner(atom, at, batch, row)} on {Local(at)}"),
            { IsUndecided: true } => KeyValuePair.Create(verb, (string?)$"not yet: known after {Local(found.Last)}, and the history ends before"),
            { Truth: Truth.False } => KeyValuePair.Create(verb, (string?)$"no: nothing of the kind from {Local(found.First)} to {Local(found.Last)}"),
            _ => KeyValuePair.Create(verb, (string?)$"unknown, the history does not show all from {Local(found.First)} to {Local(found.Last)}"),
        };
    }

    /// <summary>The ids of the customer's contacts at that instant which are looked for: the history is read once more.</summary>
    private string Partner(JourneyAtom atom, long at, ContactBatch batch, int row)
    {
        var customer = batch.Category(replay.Plan.Project.Schema.Customer).Codes[row];
        var same = atom.Same is { } field ? batch.Category(field).Codes[row] : 0;
        var seeker = new PartnerSeeker(replay, atom, customer, same, at);
        replay.Pass.Again(replay.Plan, replay.Options, replay.Findings, seeker);
        return string.Join(", ", seeker.Ids.Order(StringComparer.Ordinal));
    }

    private string Local(long utcTicks) => new DateTime(replay.Plan.Zone.ToLocal(utcTicks)).ToString("ddd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
