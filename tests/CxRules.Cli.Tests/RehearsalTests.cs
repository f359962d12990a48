using CxRules.Language;

namespace CxRules.Cli.Tests;

public sealed class RehearsalTests
{
    /// <summary>A rule with a mistake would leave the binder and the lints behind it unready.</summary>
    [Fact]
    public void Texts_Compiled_HaveNoErrors()
    {
        var compilation = RuleCompilation.Create(Rehearsal.Texts, DateOnly.MinValue);

        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == CxRules.Language.Diagnostics.DiagnosticSeverity.Error));
        Assert.Equal(3, compilation.RuleSet.Rules.Length);
    }
}
