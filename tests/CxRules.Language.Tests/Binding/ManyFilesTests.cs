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
}
