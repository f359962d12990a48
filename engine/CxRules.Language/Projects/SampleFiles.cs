using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>Puts the figures of sample files into the project that declares them.</summary>
internal static class SampleFiles
{
    /// <param name="project">What was made of the file so far.</param>
    /// <param name="texts">Files that are there, named as the project file is; null: nobody looked.</param>
    public static Project Fill(ProjectFile file, Project project, ImmutableArray<SourceText>? texts, DiagnosticBag diagnostics)
    {
        if (texts is not { } there)
        {
            return project;
        }

        var folder = file.Text.File[..(file.Text.File.Replace('\\', '/').LastIndexOf('/') + 1)];
        return project with { Samples = [.. project.Samples.Select(Fill)] };

        Sample Fill(Sample sample)
        {
            if (there.FirstOrDefault(text => text.File.Replace('\\', '/') == folder + sample.File) is { } found)
            {
                return sample with { Sheet = SampleFileReader.Read(found, diagnostics, sample.Until, sample.Name) };
            }

            diagnostics.Report(SampleErrors.Missing, file.Text, file.KeyAt(ProjectKeys.Samples.Name, sample.Name) ?? new(0, 0), sample.File);
            return sample;
        }
    }
}
