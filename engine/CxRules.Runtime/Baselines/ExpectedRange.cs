namespace CxRules.Runtime.Baselines;

/// <summary>What a quiet window holds, as far as chance goes (statistics.md): the counts whose p is not below the level.</summary>
/// <param name="Low">Null for a test of more than usual.</param>
/// <param name="High">Null for a test of less than usual.</param>
/// <param name="Unit">Contacts; % for a share. A measure that is neither is tested by its contacts.</param>
public sealed record ExpectedRange(decimal? Low, decimal? High, string Unit);
