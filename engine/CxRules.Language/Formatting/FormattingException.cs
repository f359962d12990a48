namespace CxRules.Language.Formatting;

/// <summary>The formatter would have changed what a file says: a fault of ours, found before anything was written.</summary>
public sealed class FormattingException(string message) : Exception(message);
