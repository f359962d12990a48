using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Model.Projects;

namespace CxRules.Compiler.Limits;

/// <summary>What a project file says that would change figures, and that the run time leaves out.</summary>
internal static class ProjectLimits
{
    private static readonly (string Key, Func<Project, bool> Uses, DiagnosticDescriptor Descriptor)[] Rows =
    [
        ("acquisition", project => project.Costs.Any(table => table.Acquisition is not null), LimitErrors.Acquisition),
        ("escalations", project => project.Costs.Any(table => table.Escalations is not null), LimitErrors.Escalations),
        ("missing", project => project.Dispositions.Any(disposition => disposition.IsMissing), LimitErrors.MissingCode),
        ("method", project => project.Baseline.Method is not (BaselineMethod.Median or BaselineMethod.Mean), LimitErrors.BaselineMethod),
    ];

    public static void Report(SourceText text, Project project, DiagnosticBag diagnostics)
    {
        foreach (var (key, _, descriptor) in Rows.Where(row => row.Uses(project)))
        {
            diagnostics.Report(descriptor, text, Place(text, key), key);
        }
    }

    /// <summary>The first place at which the key stands outside a comment; the start of the file where it cannot be found.</summary>
    private static TextSpan Place(SourceText text, string key)
    {
        for (var line = 1; line <= text.LineCount; line++)
        {
            var span = text.Line(line);
            var written = text[span];
            var comment = written.IndexOf('#', StringComparison.Ordinal);
            var at = written.IndexOf($"{key}:", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (comment < 0 || at < comment) && (at == 0 || written[at - 1] is ' ' or '{' or ','))
            {
                return new(span.Start + at, key.Length);
            }
        }

        return new(0, 0);
    }
}
