using System.Collections.Immutable;
using CxRules.Model.Contacts;

namespace CxRules.Runtime.Plans;

/// <summary>A factor that depends on a field of the rule's group.</summary>
/// <param name="Otherwise">For every other code; null: then the amount is unknown.</param>
public sealed record FactorsPlan(ContactField Field, ImmutableArray<FactorRow> Rows, decimal? Otherwise);

public sealed record FactorRow(CodeSet Codes, decimal Factor);
