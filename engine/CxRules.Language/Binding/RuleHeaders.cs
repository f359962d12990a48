using CxRules.Model.Cases;

namespace CxRules.Language.Binding;

/// <summary>What the header clauses of a rule say; the last of a kind counts.</summary>
internal readonly record struct RuleHeaders(string? Author, string? See, Severity Severity, int Priority, DateOnly? Expires)
{
    public static RuleHeaders None { get; } = new(null, null, Severity.Medium, 0, null);
}
