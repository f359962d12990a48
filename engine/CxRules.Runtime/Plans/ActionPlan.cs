using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;

namespace CxRules.Runtime.Plans;

/// <summary>What a rule asks people to do, besides owning what it routes.</summary>
public abstract record ActionPlan;

/// <summary>Puts a tag on each contact of the rule, or of its cases.</summary>
public sealed record TagAction(string Tag) : ActionPlan;

/// <summary>Calls back the customer of each contact of the rule, or of its cases.</summary>
/// <param name="Within">Ticks of 100 ns.</param>
public sealed record CallBackAction(long Within) : ActionPlan;

/// <summary>Tells those who spoke up what became of it.</summary>
/// <param name="Within">Ticks of 100 ns; null: no date.</param>
public sealed record NotifyAction(CaseAudience Audience, long? Within) : ActionPlan;

/// <summary>Brings a contact or a case before someone.</summary>
/// <param name="OwnerOf">disposition or touchpoint, where the touchpoint map names the owner.</param>
public abstract record BringAction(ImmutableArray<string> Owners, ContactField? OwnerOf) : ActionPlan;

/// <summary>Brings it before someone who does not own it by that.</summary>
public sealed record EscalateAction(ImmutableArray<string> Owners, ContactField? OwnerOf) : BringAction(Owners, OwnerOf);

/// <summary>A rule about cases hands a case on: it belongs to them from then on.</summary>
public sealed record HandOnAction(ImmutableArray<string> Owners, ContactField? OwnerOf) : BringAction(Owners, OwnerOf);
