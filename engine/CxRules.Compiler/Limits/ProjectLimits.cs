using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Model.Projects;

namespace CxRules.Compiler.Limits;

/// <summary>What a project file says that would change figures, and that the run time leaves out.</summary>
internal static class ProjectLimits
{
    private static readonly (Func<Project, IEnumerable<string[]>> Paths, DiagnosticDescriptor Descriptor)[] Rows =
    [
        (project => Costs(project, table => table.Acquisition is not null, "acquisition"), LimitErrors.Acquisition),
        (project => Costs(project, table => table.Escalations is not null, "escalations"), LimitErrors.Escalations),
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

    private static IEnumerable<string[]> Costs(Project project, Func<CostTable, bool> uses, string key) =>
        project.Costs.Index().Where(table => uses(table.Item)).Select(table => new[] { "costs", $"{table.Index}", key });
}
