namespace CxRules.Runtime.Chaining;

/// <summary>A rule of a session.</summary>
/// <param name="Id">For those who listen.</param>
/// <param name="Order">Lower fires first.</param>
/// <param name="Kind">The type of the facts it looks at.</param>
/// <param name="About">It looks at facts about this rule.</param>
/// <param name="Then">What it does with a fact that is still there.</param>
public sealed record SessionRule(string Id, int Order, Type Kind, int About, Action<ISession, Fact> Then);
