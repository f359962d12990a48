using System.Collections.Immutable;
using CxRules.Model.Cases;

namespace CxRules.Language.Binding;

/// <summary>What a rule does besides routing and suppressing.</summary>
public abstract record BoundAction;

/// <summary>Brings the contact or the case before someone, who does not own it by that.</summary>
public sealed record BoundEscalate(BoundRoute To) : BoundAction;

/// <summary>Puts a tag on the contact, or on each contact of the population.</summary>
public sealed record BoundTagContact(string Tag) : BoundAction;

/// <summary>A task to call the customer.</summary>
/// <param name="Ticks">Due after this long, in ticks of 100 ns.</param>
public sealed record BoundCallBack(long Ticks) : BoundAction;

/// <summary>Closes the loop with those who spoke up.</summary>
/// <param name="Ticks">Due after this long, in ticks of 100 ns; null: no date.</param>
public sealed record BoundNotify(ImmutableArray<CaseAudience> Audiences, long? Ticks) : BoundAction;

/// <summary>A fact for other rules, while this rule's signal is active.</summary>
public sealed record BoundEmitSignal(string Signal) : BoundAction;
