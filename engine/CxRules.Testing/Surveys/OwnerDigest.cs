using CxRules.Testing.Replays;

namespace CxRules.Testing.Surveys;

/// <summary>What one department should know: its cases, what drives contacts to it, and what that does to satisfaction.</summary>
/// <param name="Drivers">Of the contacts at its touchpoints.</param>
/// <param name="AllContacts">Those of everybody.</param>
/// <param name="Satisfaction">Null where nothing at its touchpoints is rated.</param>
public sealed record OwnerDigest(ReplayResult Replay, DateOnly AsOf, OwnerAccount Account, DriverReport Drivers, long AllContacts, SatisfactionReport Overall, SatisfactionLine? Satisfaction);
