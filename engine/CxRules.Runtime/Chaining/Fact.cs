namespace CxRules.Runtime.Chaining;

/// <summary>Something that the rules of a session look at. Facts that are equal are one.</summary>
/// <param name="Rule">The index of the rule that it is about.</param>
public abstract record Fact(int Rule);

/// <summary>A rule is to be evaluated.</summary>
/// <param name="Evaluation">At which of its instants, from 0.</param>
public sealed record TurnFact(int Rule, int Evaluation) : Fact(Rule);

/// <summary>The signal of a rule for a group, from when it is first active; it changes when the signal clears, and when it is active again.</summary>
/// <param name="Group">The codes of `per`, in their order, with commas between; empty without groups.</param>
public sealed record SignalFact(int Rule, string Group) : Fact(Rule);

/// <summary>A case, from when it is opened; it changes when somebody does something with it, and may have changed at each evaluation of its rule from then on.</summary>
/// <param name="Group">As in <see cref="SignalFact"/>.</param>
/// <param name="Ordinal">0 for the group's first case.</param>
public sealed record CaseFact(int Rule, string Group, int Ordinal) : Fact(Rule);
