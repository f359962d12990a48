using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Sources;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Naive;

/// <summary>A source whose columns are called as the fields are, for histories written by hand.</summary>
internal static class NaiveSource
{
    public static ContactSource Of(string header) => new("hand", "hand.source.yaml", HistoryFormat.Csv, ZoneRules.Utc, [.. header.Split(',').Select(Field)]);

    /// <summary>Reads rows that stand on a line each, or apart by `|`.</summary>
    public static NaiveHistory Read(string header, string rows, Project? project = null)
    {
        var file = Write(header, rows);
        try
        {
            return NaiveHistory.Read(project ?? Project.Default, Of(header), [file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static string Write(string header, string rows)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $"{header}\n{rows.Replace('|', '\n')}\n");
        return file;
    }

    private static SourceField Field(string name) => new(
        ContactSchema.Default.Find(name) ?? throw new ArgumentException(name),
        name,
        null,
        null,
        null,
        ImmutableDictionary<string, string>.Empty,
        [],
        1);
}
