using CxRules.Testing.Replays;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>A project, its rules and a history of named columns, in a folder that goes.</summary>
internal sealed class HistoryFolder : IDisposable
{
    /// <summary>The field that each column is for.</summary>
    private static readonly Dictionary<string, string> s_fields = new()
    {
        ["id"] = "id",
        ["at"] = "occurred at",
        ["channel"] = "channel",
        ["reason"] = "disposition",
        ["customer"] = "customer",
        ["agent"] = "agent",
        ["seconds"] = "handle time",
        ["cancelled"] = "cancelled",
        ["left"] = "cancelled at",
        ["why"] = "cancellation reason",
        ["escalation"] = "escalation",
        ["escalated"] = "escalated",
        ["cause"] = "cause",
        ["rating"] = "rating",
        ["kind"] = "kind",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("cxrules-history-").FullName;

    /// <param name="project">Without its `history`.</param>
    /// <param name="columns">`id,at,channel`.</param>
    /// <param name="rows">A row a line.</param>
    public HistoryFolder(string project, string rules, string columns, string rows)
    {
        File.WriteAllText(Path.Combine(_folder, "cxrules.yaml"), $"{project}\nhistory: {{ files: [history.csv] }}\n");
        File.WriteAllText(Path.Combine(_folder, "rules.cxr"), rules + "\n");
        File.WriteAllText(Path.Combine(_folder, "history.csv"), $"{columns}\n{rows}{(rows.Length == 0 ? "" : "\n")}");
        File.WriteAllText(Path.Combine(_folder, "s.source.yaml"), "source: s\nformat: csv\nfields:\n" + string.Concat(columns.Split(',').Select(Field)));
        Loaded = RuleFolder.Load(_folder);
    }

    public RuleFolder Loaded { get; }

    public ReplayOptions Options => new(Loaded.Compilation.RuleSet, Loaded.Source, Loaded.Files);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Field(string column) => $"  {s_fields[column]}: {(column == "seconds" ? "{ column: seconds, unit: seconds }" : column)}\n";
}
