using System.Collections.Immutable;
using CxRules.Language.Syntax;

namespace CxRules.Language.Tests.Baselines;

/// <summary>Something that is made of an input and kept beside it.</summary>
internal sealed record BaselineArtifact(string Name, Func<RuleFileSyntax, string> Print)
{
    public static readonly ImmutableArray<BaselineArtifact> All =
    [
        new("tokens", TokenBaseline.Print),
        new("tree", TreeBaseline.Print),
        new("diagnostics", DiagnosticBaseline.Print),
        new("formatted", FormattingBaseline.Format),
        new("converted", FormattingBaseline.Convert),
    ];
}
