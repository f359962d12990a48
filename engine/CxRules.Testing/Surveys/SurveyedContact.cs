namespace CxRules.Testing.Surveys;

/// <summary>One contact's figures. Money is in millionths of the currency.</summary>
/// <param name="Cost">Handling it; null: unknown.</param>
/// <param name="Consequences">The customer lost with it, and its escalation.</param>
/// <param name="Found">What cases and contact routes with a known cost get of both.</param>
/// <param name="HandleTime">Milliseconds; null: none.</param>
/// <param name="Rating">Millionths; null: not rated.</param>
internal readonly record struct SurveyedContact(bool IsRouted, long? Cost, long Consequences, decimal Found, long? HandleTime, long? Rating);
