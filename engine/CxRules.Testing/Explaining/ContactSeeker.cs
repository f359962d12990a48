using System.Collections.Immutable;
using System.Text;
using CxRules.Compiler;
using CxRules.Language.Binding;
using CxRules.Language.Diagnostics;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Runtime;
using CxRules.Runtime.Matching;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Explaining;

/// <summary>Finds one contact in a history, or the one whose id is nearest.</summary>
internal sealed class ContactSeeker : IContactSink
{
    private readonly DecidedReplay _replay;
    private readonly string _id;
    private readonly byte[] _utf8;
    private readonly IContactSink _trace;
    private readonly ImmutableArray<(BoundRule Rule, ImmutableArray<BoundCondition> Conditions)> _rules;
    private readonly PopulationProbe _probe;
    private readonly FieldValues _values;
    private readonly JourneyValues _journeys;
    private TracedContact? _traced;

    public ContactSeeker(DecidedReplay replay, string id)
    {
        _replay = replay;
        _id = id;
        _utf8 = Encoding.UTF8.GetBytes(id);
        _trace = replay.Pass.Engine.Trace(contact => _traced = contact, new TraceFilter(id, null));
        _rules = [.. replay.Options.RuleSet.Rules.Where(rule => rule.Kind != RuleKind.Cases).Select(rule => (rule, ConditionCompiler.Conjuncts(rule.Population).ToImmutableArray()))];
        _values = new FieldValues(replay.Pass.Dictionaries, replay.Plan.Zone);
        _journeys = new JourneyValues(replay);
        _probe = replay.Pass.Engine.Probe([.. _rules.SelectMany(entry => entry.Conditions).Select(condition => ConditionCompiler.Compile(condition, replay.Plan))]);
    }

    public ContactExplanation? Found { get; private set; }

    public string? Nearest { get; private set; }

    public void Count(ContactBatch batch, ReadOnlySpan<bool> admitted)
    {
        _trace.Count(batch, admitted);
        var ids = batch.Text(_replay.Plan.Project.Schema.Id);
        var others = new List<string>();
        for (var row = 0; row < batch.Count; row++)
        {
            if (admitted[row] && ids[row].SequenceEqual(_utf8) && _traced is not null)
            {
                Found = Explain(_traced, batch, row);
            }
            else if (admitted[row] && Found is null && Math.Abs(ids[row].Length - _utf8.Length) <= 2)
            {
                others.Add(Encoding.UTF8.GetString(ids[row]));
            }
        }

        if (Found is null && others.Count > 0)
        {
            Nearest = DidYouMean.Nearest(_id, Nearest is { } nearest ? others.Prepend(nearest) : others) ?? Nearest;
        }
    }

    private ContactExplanation Explain(TracedContact traced, ContactBatch batch, int row)
    {
        var contact = new ContactShares(_replay.Result.Currency ?? "").Of(traced);
        var truths = new Queue<Truth>(_probe.Ask(batch, row));
        var rules = ImmutableArray.CreateBuilder<RuleMembership>();
        foreach (var (rule, conditions) in _rules)
        {
            ImmutableArray<ConditionTruth> parts = [.. conditions.Select(condition =>
                new ConditionTruth(ConditionText.Of(condition, _replay.Plan.Project.Currency), truths.Dequeue(), [.. _values.Of(condition, batch, row), .. _journeys.Of(condition, batch, row)]))];
            var beside = ConditionFields.OfContact(rule.Population).Contains(batch.Dictionaries.Schema.Kind) ? null : Beside(batch, row);
            var truth = beside is null ? parts.Aggregate(Truth.True, (all, part) => TruthOperators.And(all, part.Truth)) : Truth.False;
            rules.Add(new(rule.Id, rule.Title, truth, beside is null ? Outcome(rule, truth, contact, batch, row) : $"not one of this rule's contacts: it is of kind {beside}, and the rule does not ask for `kind`", parts));
        }

        return new(_replay.Result, contact, rules.ToImmutable());
    }

    /// <summary>The kind of a record that is no contact; null for a contact.</summary>
    private static string? Beside(ContactBatch batch, int row)
    {
        var schema = batch.Dictionaries.Schema;
        var kind = batch.Find(schema.Kind) is CategoryColumn kinds ? batch.Dictionaries[schema.Kind][kinds.Codes[row]] : "";
        return kind.Length == 0 || kind.Equals(RecordKind.Contact, StringComparison.OrdinalIgnoreCase) ? null : kind;
    }

    private string Unknown(BoundRule rule, ContactBatch batch, int row) => _journeys.IsUndecided(rule.Population, batch, row)
        ? "it may become one of this rule's contacts: the history ends before that is known"
        : ConditionCompiler.Journeys(rule.Population, _replay.Plan).Any() ? "it may be one of this rule's contacts: a field is missing, or the history does not show all of the time that the rule looks at"
        : "it may be one of this rule's contacts: a field is missing";

    private string Outcome(BoundRule rule, Truth truth, ExplainedContact contact, ContactBatch batch, int row)
    {
        if (truth != Truth.True)
        {
            return truth == Truth.Unknown ? Unknown(rule, batch, row) : "not one of this rule's contacts";
        }

        var shares = contact.Shares.Where(share => share.Rule == rule.Id).ToList();
        return shares.Count > 0 ? string.Join("; ", shares.Select(share => share.CaseId is { } id ? $"counts in case {id}" : $"routed to {string.Join(" and ", share.Owners)}"))
            : EstimateSignals.IsAll(rule.Signal) ? "this rule asks for an estimate: its cases name no contacts"
            : rule.Kind == RuleKind.Contacts ? Unrouted(rule)
            : rule.Per.FirstOrDefault(field => batch.Category(field).Codes[row] == 0) is { } missing ? $"in none of its groups: the contact has no {missing.Name}"
            : "no case of this rule covers its day";
    }

    private string Unrouted(BoundRule rule)
    {
        var taken = _replay.Plan.Project.Match == MatchPolicy.First ? "another rule with more priority took it (match: first)" : null;
        return rule.Signal is null ? taken ?? "it is routed nowhere" : $"what the rule waits for did not hold on its day{(taken is null ? "" : $", or {taken}")}";
    }
}
