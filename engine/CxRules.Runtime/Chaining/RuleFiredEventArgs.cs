namespace CxRules.Runtime.Chaining;

/// <summary>A rule of a session fired for a fact.</summary>
public sealed class RuleFiredEventArgs(SessionRule rule, Fact fact) : EventArgs
{
    public SessionRule Rule => rule;

    public Fact Fact => fact;
}
