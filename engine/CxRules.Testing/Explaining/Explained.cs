namespace CxRules.Testing.Explaining;

/// <summary>An explanation, or why there is none.</summary>
/// <param name="Problem">A plain sentence that says what to do; null where there is an explanation.</param>
public sealed record Explained<T>(T? Explanation, string? Problem)
    where T : class;
