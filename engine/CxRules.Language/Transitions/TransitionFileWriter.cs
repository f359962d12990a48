using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CxRules.Language.Diagnostics;
using CxRules.Language.Formatting;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Transitions;

/// <summary>Adds an entry to a file of what became of cases. All that stands there stays as it is.</summary>
public static partial class TransitionFileWriter
{
    private const int LongestLine = 120;
    private const string Indent = "  ";

    /// <summary>The list of the steps that people took.</summary>
    public static string Steps => TransitionKeys.Transitions.Name;

    /// <summary>The list of who was told.</summary>
    public static string Tellings => TransitionKeys.Told.Name;

    /// <param name="text">Free of errors; null: there is no file yet.</param>
    /// <param name="list">What the entry is added to.</param>
    /// <param name="entry">Keys and values in the order in which they are written; several values are a list.</param>
    public static string Append(SourceText? text, string list, ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> entry)
    {
        var content = text?.Content ?? "";
        var end = content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var root = text is null ? null : YamlDocumentReader.Read(text, new DiagnosticBag()) as YamlMapping;
        return root?[list] switch
        {
            YamlSequence { IsFlow: true, Items.IsEmpty: true } none => Replace(content, none.Span, $"{end}{Block(entry, Indent, end)}", end),
            YamlSequence { IsFlow: true } flow => content[..(flow.Span.End - 1)].TrimEnd() + $", {Flow(entry)}" + content[(flow.Span.End - 1)..],
            YamlSequence { Items: [var first, ..] } block => InsertAfter(content, LastOf(block), Block(entry, IndentOf(content, first.Span.Start), end), end),
            _ when root?.Entries.FirstOrDefault(known => known.Key.Value == list) is { } empty => InsertAfter(content, empty.Key.Span.End, Block(entry, Indent, end), end),
            _ => $"{Ended(content, end)}{list}:{end}{Block(entry, Indent, end)}{end}",
        };
    }

    private static int LastOf(YamlSequence block) => block.Items[^1] is var last ? Math.Max(last.Span.Start, last.Span.End - 1) : 0;

    private static string Replace(string content, TextSpan span, string lines, string end) =>
        content[..span.Start].TrimEnd(' ') + lines + Rest(content[span.End..], end);

    private static string Rest(string rest, string end) => rest.Length == 0 ? end : rest;

    /// <summary>After the end of the line on which something stands, its comment included.</summary>
    private static string InsertAfter(string content, int offset, string lines, string end)
    {
        var line = content.IndexOf('\n', offset);
        return line < 0 ? Ended(content, end) + lines + end : content[..(line + 1)] + lines + end + content[(line + 1)..];
    }

    private static string Ended(string content, string end) => content.Length == 0 || content.EndsWith('\n') ? content : content + end;

    /// <summary>What stands before the dash of an item.</summary>
    private static string IndentOf(string content, int item)
    {
        var line = content.LastIndexOf('\n', Math.Max(0, item - 1)) + 1;
        var dash = content.IndexOf('-', line);
        return dash >= 0 && dash < item ? content[line..dash] : Indent;
    }

    private static string Block(ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> entry, string indent, string end)
    {
        var line = $"{indent}- {Flow(entry)}";
        return line.Length <= LongestLine
            ? line
            : string.Join(end, entry.Select((pair, index) => $"{indent}{(index == 0 ? "- " : "  ")}{pair.Key}: {Value(pair.Value)}"));
    }

    private static string Flow(ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> entry) =>
        $"{{ {string.Join(", ", entry.Select(pair => $"{pair.Key}: {Value(pair.Value)}"))} }}";

    private static string Value(ImmutableArray<string> values) => values is [var one] ? Scalar(one) : $"[{string.Join(", ", values.Select(Scalar))}]";

    private static string Scalar(string text) =>
        Time().IsMatch(text) ? text
        : YamlText.Value(text) is var written && written == text && text.AsSpan().ContainsAny(",[]{}") ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : written;

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$")]
    private static partial Regex Time();
}
