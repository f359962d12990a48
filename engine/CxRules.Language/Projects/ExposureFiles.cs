using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>Puts the counts of exposure files into the project that declares them.</summary>
internal static class ExposureFiles
{
    /// <param name="texts">Files that are there, named as the project file is: `rules/cxrules.yaml` and `rules/exposure/bills.csv`; null: nobody looked.</param>
    public static Project Fill(ProjectFile file, ImmutableArray<SourceText>? texts, DiagnosticBag diagnostics)
    {
        if (texts is not { } there)
        {
            return file.Project;
        }

        var folder = file.Text.File[..(file.Text.File.Replace('\\', '/').LastIndexOf('/') + 1)];
        var read = new Dictionary<string, ImmutableSortedDictionary<DateOnly, decimal>?>(StringComparer.Ordinal);
        return file.Project with { Exposures = [.. file.Project.Exposures.Select(Fill)] };

        Exposure Fill(Exposure exposure)
        {
            var path = folder + exposure.File;
            if (there.FirstOrDefault(text => text.File.Replace('\\', '/') == path) is not { } found)
            {
                diagnostics.Report(ExposureErrors.Missing, file.Text, file.KeyAt(ProjectKeys.Exposure.Name, exposure.Name) ?? new(0, 0), exposure.File);
                return exposure;
            }

            if (!read.TryGetValue(path, out var counts))
            {
                read.Add(path, counts = ExposureFileReader.Read(found, diagnostics));
            }

            return exposure with { Counts = counts };
        }
    }
}
