namespace CxRules.Model.Sources;

/// <summary>A row that could not become a contact, with its place and what to mend.</summary>
/// <param name="Line">From 1; the header is line 1 where there is one.</param>
/// <param name="Code">CXR4xxx.</param>
public sealed record Reject(string File, int Line, string Code, string Message);
