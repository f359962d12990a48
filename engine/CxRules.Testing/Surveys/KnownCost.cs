namespace CxRules.Testing.Surveys;

/// <summary>What contacts cost as a whole: handling them, the customers lost with them, and their escalations.</summary>
/// <param name="Sum">Of what is known, in the project's currency.</param>
/// <param name="Unknown">Contacts whose handling has no known cost: with any, the sum is a least.</param>
public sealed record KnownCost(decimal Sum, long Unknown);
