using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CxRules.Benchmarks.EndToEnd.Running;

/// <summary>A peer: DuckDB, by its npm package, as a process of its own with as many threads.</summary>
internal sealed class DuckDb
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    private readonly string _node;
    private readonly string _folder;

    private DuckDb(string node, string folder)
    {
        _node = node;
        _folder = folder;
    }

    /// <summary>Installs it below the scratch folder.</summary>
    /// <param name="because">Why it takes no part.</param>
    /// <returns>Null where node or the package is not to be had.</returns>
    public static DuckDb? Install(string root, string scratch, out string because)
    {
        if (OnPath.Find("node") is not { } node || OnPath.Find("npm") is not { } npm)
        {
            because = "node and npm are not on the path";
            return null;
        }

        var folder = Directory.CreateDirectory(Path.Combine(scratch, "duckdb")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "tests", "CxRules.Benchmarks", "EndToEnd", "duckdb")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var installed = WatchedRun.Of(new ProcessStartInfo(npm, ["install", "--no-audit", "--no-fund", "--no-package-lock"]) { WorkingDirectory = folder }, s_limit);
        because = installed.Failure is null ? "" : $"`npm install` of DuckDB fails: {installed.Failure.ReplaceLineEndings(" ")}";
        return installed.Failure is null ? new(node, folder) : null;
    }

    /// <summary>A run of a query, start of node included.</summary>
    public Func<WatchedRun> Query(string name, string sql)
    {
        var file = Path.Combine(_folder, $"{name}.sql");
        File.WriteAllText(file, sql);
        string[] arguments = ["query.mjs", file, CxrulesProgram.Processors.ToString(CultureInfo.InvariantCulture)];
        return () => WatchedRun.Of(new ProcessStartInfo(_node, arguments) { WorkingDirectory = _folder }, s_limit);
    }

    /// <summary>Its version, and what its last queries took without node's start and the library's loading.</summary>
    public static string Describe(IEnumerable<Contestant> peers)
    {
        var version = "";
        var alone = new List<string>();
        foreach (var peer in peers)
        {
            using var document = JsonDocument.Parse(peer.Output);
            version = document.RootElement.GetProperty("version").GetString();
            alone.Add(string.Create(CultureInfo.InvariantCulture, $"{document.RootElement.GetProperty("seconds").GetDouble():0.000} s"));
        }

        return $"DuckDB {version}, {CxrulesProgram.Processors} threads; its last queries alone, without node's start: {string.Join(", ", alone)}.";
    }

    public static Tally Departments(string output) => Read(output, (row, tally) =>
    {
        var contacts = Number(row, "contacts");
        tally.Add(row.GetProperty("department").GetString() ?? "", contacts);
        tally.Add(ReplayOutput.Contacts, contacts);
    });

    public static Tally FirstSignals(string output) => Read(output, (row, tally) =>
    {
        tally.Add(ReplayOutput.Contacts, Number(row, "contacts"));
        if (row.GetProperty("first").ValueKind != JsonValueKind.Null)
        {
            tally.Add(ReplayOutput.FirstSignalOf(row.GetProperty("disposition").GetString()), Number(row, "first"));
        }
    });

    public static Tally Signals(string output) => Read(output, (row, tally) =>
    {
        tally.Add(ReplayOutput.Contacts, Number(row, "contacts"));
        tally.Add(ReplayOutput.CostOfAll, Number(row, "cost"));
        tally.Add(ReplayOutput.SignalsOf(row.GetProperty("disposition").GetString() ?? ""), Number(row, "signals"));
    });

    private static Tally Read(string output, Action<JsonElement, Tally> add)
    {
        using var document = JsonDocument.Parse(output);
        var tally = new Tally();
        foreach (var row in document.RootElement.GetProperty("rows").EnumerateArray())
        {
            add(row, tally);
        }

        return tally;
    }

    /// <summary>Long numbers come as text.</summary>
    private static decimal Number(JsonElement row, string name)
    {
        var value = row.GetProperty(name);
        return value.ValueKind == JsonValueKind.String ? decimal.Parse(value.GetString() ?? "", CultureInfo.InvariantCulture) : value.GetDecimal();
    }
}
