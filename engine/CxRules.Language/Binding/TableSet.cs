using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Tables;
using CxRules.Language.Text;

namespace CxRules.Language.Binding;

/// <summary>The tables of a rule set by their paths, each read when the first rule asks for it.</summary>
/// <param name="folder">The rule set's own, that no table may be outside of; ends in `/`, or is empty.</param>
internal sealed class TableSet(IEnumerable<SourceText> texts, string folder)
{
    private readonly Dictionary<string, SourceText> _texts = texts.GroupBy(text => Plain(text.File)).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    private readonly Dictionary<string, Table?> _read = new(StringComparer.Ordinal);

    /// <summary>What is wrong inside tables.</summary>
    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The table that a rule names, with at least one row; null after a report.</summary>
    public Table? Find(BindingScope scope, RowsSyntax syntax)
    {
        var named = syntax.File.Value.Replace('\\', '/');
        var own = Plain(scope.Text.File);
        var start = own[..(own.LastIndexOf('/') + 1)];
        var path = Plain(start + named);
        if (named.StartsWith('/') || named.Contains(':', StringComparison.Ordinal) || !path.StartsWith(folder, StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal) != folder.StartsWith("../", StringComparison.Ordinal))
        {
            scope.Report(BindingErrors.UnknownTable, syntax.File, named, ": it would be outside the rule set", "Put it beside the rules, and write its path from this file: `for each row of thresholds.csv as t`.");
            return null;
        }

        if (!_texts.TryGetValue(path, out var text))
        {
            var known = _texts.Keys.Where(file => file.StartsWith(start, StringComparison.Ordinal)).Select(file => file[start.Length..]);
            var nearest = DidYouMean.Nearest(named, known);
            scope.ReportWithFix(BindingErrors.UnknownTable, syntax.File.Span, nearest, named, "", nearest is null ? "Put it beside the rules: a CSV file whose first line names its columns." : $"Did you mean '{nearest}'?");
            return null;
        }

        if (!_read.TryGetValue(path, out var table))
        {
            table = TableReader.Read(text, Diagnostics);
            _read.Add(path, table);
        }

        if (table is { Rows.IsEmpty: false })
        {
            return table;
        }

        if (Diagnostics.ToImmutable().Any(diagnostic => diagnostic.Text == text))
        {
            scope.Fail();
        }
        else
        {
            scope.Report(BindingErrors.TableRefused, syntax.File, named, "it has no rows", "Write the names of its columns into its first line, and one line for each rule below it.");
        }

        return null;
    }

    /// <summary>The path without `.` and `..`, as far as they can be taken out.</summary>
    private static string Plain(string path)
    {
        var steps = new List<string>();
        foreach (var step in path.Replace('\\', '/').Split('/'))
        {
            if (step == ".." && steps.Count > 0 && steps[^1] is not (".." or ""))
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
