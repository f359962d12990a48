using CxRules.Model.Projects;

namespace CxRules.Runtime.Windows;

/// <summary>The project's exposures on one timeline, each made when it is first asked for.</summary>
internal sealed class Exposures(Project project, Timeline timeline)
{
    private readonly Dictionary<string, ExposureSeries> _series = new(StringComparer.Ordinal);

    /// <summary>The series of a name.</summary>
    public ExposureSeries Of(string name) => Find(name) ?? throw new ArgumentException(name);

    /// <summary>The series of a name; empty where the project declares none or its file was not read. Null for no name.</summary>
    public ExposureSeries? Find(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (!_series.TryGetValue(name, out var series))
        {
            var declared = project.Exposures.FirstOrDefault(exposure => exposure.Name == name) ?? new Exposure(name, "");
            _series.Add(name, series = new ExposureSeries(declared, timeline));
        }

        return series;
    }
}
