using System.Globalization;

namespace CxRules.Benchmarks.EndToEnd.Histories;

/// <summary>Generated histories, each written once in a run.</summary>
internal sealed class HistoryFiles(string folder)
{
    /// <param name="customers">Null: one for six contacts.</param>
    public string Of(int rows, int? customers = null)
    {
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"history-{rows}-{customers ?? 0}.csv"));
        if (!File.Exists(file))
        {
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            HistoryGenerator.Write(stream, rows, customers);
        }

        return file;
    }
}
