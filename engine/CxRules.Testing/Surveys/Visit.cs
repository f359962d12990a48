namespace CxRules.Testing.Surveys;

/// <summary>A contact of a known customer, by the codes of the history's dictionaries.</summary>
/// <param name="At">UTC ticks.</param>
/// <param name="Disposition">0: none.</param>
internal readonly record struct Visit(int Customer, long At, int Channel, int Disposition);
