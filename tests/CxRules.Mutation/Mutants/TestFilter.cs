using System.Collections.Immutable;

namespace CxRules.Mutation.Mutants;

/// <summary>The tests that a run leaves out: those whose full name holds one of some texts.</summary>
internal sealed record TestFilter(ImmutableArray<string> LeftOut)
{
    private const string Not = "FullyQualifiedName!~";

    /// <param name="text">As `dotnet test --filter` takes it; a row of `FullyQualifiedName!~…` joined by `&amp;` and nothing else.</param>
    public static TestFilter Parse(string text) => new([.. text.Split('&').Select(part => part.StartsWith(Not, StringComparison.Ordinal)
        ? part[Not.Length..]
        : throw new FormatException($"stryker-config.json: `test-case-filter` holds `{part}`; a mutation run understands `{Not}…` joined by `&` alone."))]);

    public bool Takes(string test) => !LeftOut.Any(text => test.Contains(text, StringComparison.OrdinalIgnoreCase));
}
