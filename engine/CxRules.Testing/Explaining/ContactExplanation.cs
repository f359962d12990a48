using System.Collections.Immutable;
using CxRules.Runtime;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Explaining;

/// <summary>What became of one contact.</summary>
/// <param name="Rules">Every rule of the set, in order.</param>
public sealed record ContactExplanation(ReplayResult Replay, ExplainedContact Contact, ImmutableArray<RuleMembership> Rules);

/// <summary>Whether a contact is one of a rule's.</summary>
/// <param name="Outcome">What came of that, in words.</param>
/// <param name="Conditions">The conditions on contacts that must all hold.</param>
public sealed record RuleMembership(string Rule, string? Title, Truth Truth, string Outcome, ImmutableArray<ConditionTruth> Conditions);

/// <param name="Text">The condition in words.</param>
/// <param name="Values">Field and value of what it reads, as the data has it; a text is not shown. Null: missing.</param>
public sealed record ConditionTruth(string Text, Truth Truth, ImmutableArray<KeyValuePair<string, string?>> Values);
