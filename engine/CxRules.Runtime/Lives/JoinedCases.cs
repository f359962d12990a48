using System.Collections.Immutable;
using CxRules.Model.Money;

namespace CxRules.Runtime.Lives;

/// <summary>A case with those that went into it.</summary>
/// <param name="Ids">Those that went into it, by ordinal.</param>
/// <param name="Contacts">Of all, each once.</param>
/// <param name="Cost">Of all; null where no cost is known.</param>
public sealed record JoinedCases(ImmutableArray<string> Ids, long Contacts, CostRange? Cost);
