using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Model.Projects;

namespace CxRules.Compiler.Limits;

/// <summary>What a project file says that would change figures, and that the run time leaves out.</summary>
internal static class ProjectLimits
{
    private static readonly (Func<Project, IEnumerable<string[]>> Paths, DiagnosticDescriptor Descriptor)[] Rows =
    [
        (project => project.Dispositions.Where(disposition => disposition.IsMissing).Select(disposition => new[] { "dispositions", disposition.Code, "missing" }), LimitErrors.MissingCode),
        (project => project.Baseline.Method is BaselineMethod.Median or BaselineMethod.Mean ? [] : [["baseline", "method"]], LimitErrors.BaselineMethod),
    ];

    /// <summary>Each key once, at its first place.</summary>
    public static void Report(ProjectFile file, DiagnosticBag diagnostics)
    {
        foreach (var (paths, descriptor) in Rows)
        {
            if (paths(file.Project).FirstOrDefault() is { } path)
            {
                diagnostics.Report(descriptor, file.Text, file.KeyAt(path) ?? new(0, 0), path[^1]);
            }
        }
    }
}
