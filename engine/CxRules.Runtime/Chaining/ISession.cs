namespace CxRules.Runtime.Chaining;

/// <summary>
/// A forward-chaining session: each rule looks at facts of one kind, and what it does may add facts that others look at. Implementations decide alike:
/// one conformance suite holds for all of them. Not thread-safe.
/// </summary>
public interface ISession
{
    /// <summary>Told of each rule that fired, after what it did.</summary>
    event EventHandler<RuleFiredEventArgs>? Fired;

    /// <summary>Adds a fact: the rules that look at it stand on the agenda.</summary>
    /// <exception cref="ArgumentException">An equal fact is there.</exception>
    void Insert(Fact fact);

    /// <summary>What a fact stands for has changed: the rules that look at it stand on the agenda once more.</summary>
    /// <exception cref="ArgumentException">No equal fact is there.</exception>
    void Update(Fact fact);

    /// <summary>Takes a fact away: what stands on the agenda for it goes with it.</summary>
    /// <exception cref="ArgumentException">No equal fact is there.</exception>
    void Retract(Fact fact);

    /// <summary>
    /// Fires what stands on the agenda, and what comes onto it on the way, until it is empty: the rule that comes first in order, and of one rule the
    /// fact that came first.
    /// </summary>
    /// <returns>How many fired.</returns>
    long Fire();

    /// <summary>The facts of a kind, in the order in which they came.</summary>
    IReadOnlyList<TFact> Query<TFact>()
        where TFact : Fact;
}
