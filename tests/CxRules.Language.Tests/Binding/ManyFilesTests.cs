using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Binding;

public sealed class ManyFilesTests
{
    /// <summary>Many files are read side by side: nothing of one may reach another, and the order is that of their paths.</summary>
    [Fact]
    public void Create_OfManyFiles_IsWhatEachFileSays()
    {
        SourceText[] files = [.. Enumerable.Range(0, 400).Select(number => new SourceText(
            $"rules/{number:000}.cxr",
            number % 3 == 0 ? $"rule broken-{number}\n  if disposition = and weekly volume > 3\n  then route to A" : $"rule whole-{number}\n  if disposition = late-{number} and weekly volume > 3\n  then route to A"))];
        var compilation = RuleCompilation.Create(new([.. files.Reverse()], null, []), new DateOnly(2026, 1, 1));

        Assert.Equal(Enumerable.Range(0, 400).Where(number => number % 3 != 0).Select(number => $"whole-{number}"), compilation.RuleSet.Rules.Select(rule => rule.Id));
        Assert.Equal(Enumerable.Range(0, 400).Where(number => number % 3 == 0).Select(number => $"rules/{number:000}.cxr"), compilation.Diagnostics.Select(diagnostic => diagnostic.Text.File));
        Assert.All(compilation.Diagnostics, diagnostic => Assert.Equal(2, diagnostic.Start.Line));
    }

    /// <summary>Many rules are bound side by side, those that share a definition one after another: nothing of one may reach another.</summary>
    [Fact]
    public void Create_OfManyRules_IsWhatEachRuleSays()
    {
        string[] conditions = ["disposition in mine", "disposition = nowhere", "tag has vip", "disposition in lost"];
        var rules = Enumerable.Range(0, 800).Select(number => $"rule some-{number}\n  if {conditions[number % 4]} and weekly volume > {number}\n  then route to Billing\n");
        var compilation = Compiled.Files([("rules/many.cxr", "define mine as (refund, outage)\ndefine lost as (nothing-such, refund)\n" + string.Concat(rules))]);

        Assert.Equal(Enumerable.Range(0, 800).Where(number => number % 2 == 0).Select(number => $"some-{number}"), compilation.RuleSet.Rules.Select(rule => rule.Id));
        var errors = compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Start.Line);
        Assert.Equal(Enumerable.Range(0, 800).Where(number => number % 4 == 1).Select(number => (3 * number) + 4).Prepend(2), errors);
    }
}
