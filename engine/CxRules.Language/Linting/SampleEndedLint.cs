using System.Globalization;
using CxRules.Language.Binding;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Linting;

/// <summary>A rule that asks a sample which is over: it will not fire any more.</summary>
internal static class SampleEndedLint
{
    public static void Check(RuleBinding rule, Project project, DateOnly today)
    {
        foreach (var asked in SamplesIn(rule.Syntax))
        {
            var word = Code.ToBareWord(asked.Sample.Value);
            if (project.Samples.FirstOrDefault(sample => Code.ToBareWord(sample.Name) == word) is { Until: { } until } ended && until < today)
            {
                rule.Scope.Report(Lints.SampleEnded, asked.Sample, ended.Name, until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }
    }

    private static IEnumerable<SampleSyntax> SamplesIn(SyntaxNode node) =>
        node is SampleSyntax sample ? [sample] : node.Children.SelectMany(SamplesIn);
}
