namespace CxRules.Language.Shapes;

/// <summary>
/// What a value of a YAML file may look like. One description serves the readers, which check by it, the JSON Schemas, and editors, which
/// show it. It knows nothing of a document.
/// </summary>
/// <param name="Expected">As messages say it, behind "needs": `a date`.</param>
/// <param name="Example">A value as a user writes it behind its key.</param>
internal abstract record Shape(string Expected, string Example);
