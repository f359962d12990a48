using System.Collections.Immutable;

namespace CxRules.Model.Projects;

/// <summary>What drives volume, day by day: bills sent, orders.</summary>
/// <param name="File">Its CSV file, relative to the project file.</param>
public sealed record Exposure(string Name, string File)
{
    /// <summary>What its file counts on each local day, 0 or more; null where the file was not read.</summary>
    public ImmutableSortedDictionary<DateOnly, decimal>? Counts { get; init; }
}

/// <summary>A count that agents make for a time.</summary>
/// <param name="File">Its CSV file, relative to the project file.</param>
/// <param name="Until">The last local day it is made; null: no end is planned.</param>
public sealed record Sample(string Name, string File, DateOnly? Until)
{
    /// <summary>What its file says; null where the file was not read.</summary>
    public SampleSheet? Sheet { get; init; }
}

/// <summary>An address that cases are delivered to.</summary>
/// <param name="Secret">The environment variable that holds its secret; null: none.</param>
public sealed record Webhook(string Name, string Url, string? Secret);

/// <summary>Stretches of local time with a name.</summary>
public sealed record Calendar(string Name, ImmutableArray<Incident> Spans);

/// <summary>What a project makes of a lint.</summary>
public enum LintSetting
{
    Off,
    Warning,
    Error,
}

/// <summary>Whether rules may hold conditions in C#.</summary>
public enum CSharpPolicy
{
    Off,
    On,
}
