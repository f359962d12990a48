using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CxRules.Language.Yaml;

/// <summary>Builds the tree from the parser's events, one after another, so that what is refused is never walked.</summary>
internal sealed class YamlComposer(SourceText text, DiagnosticBag diagnostics)
{
    private const int ProblemLimit = 100;

    private readonly YamlEventSource _events = new(text, diagnostics);
    private readonly YamlTraps _traps = new(text, diagnostics);
    private readonly Dictionary<string, YamlScalar> _seen = new(StringComparer.Ordinal);
    private readonly int _problemsBefore = diagnostics.Count;
    private bool _stopped;

    /// <summary>Where the text ceases to be YAML, which was reported; null where it is.</summary>
    public int? FailedAt => _events.FailedAt;

    private bool CanGoOn => !_stopped && !_events.Failed;

    public YamlNode? Compose()
    {
        YamlNode? root = null;
        var documents = 0;
        while (CanGoOn && _events.Next() is { } next)
        {
            if (next is DocumentStart start && ++documents > 1)
            {
                diagnostics.Report(YamlErrors.SecondDocument, text, YamlEventSource.SpanOf(start));
                break;
            }

            if (next is DocumentStart { Version: not null } directive)
            {
                diagnostics.Report(YamlErrors.Directive, text, new(YamlEventSource.SpanOf(directive).Start, 1));
            }

            if (next is NodeEvent or AnchorAlias)
            {
                root = Node(next, 1, -1);
            }
        }

        return CanGoOn ? root : null;
    }

    /// <summary>The node that begins with an event; null where it was refused or cannot be read.</summary>
    /// <param name="indent">Column, from 0, of the innermost block collection around it.</param>
    private YamlNode? Node(ParsingEvent first, int depth, int indent)
    {
        if (diagnostics.Count - _problemsBefore >= ProblemLimit)
        {
            Stop(YamlErrors.TooMany, first, ProblemLimit);
            return null;
        }

        if (first is AnchorAlias alias)
        {
            diagnostics.Report(YamlErrors.Alias, text, YamlEventSource.SpanOf(alias));
            return null;
        }

        var start = first is NodeEvent node ? ContentStart(node) : YamlEventSource.SpanOf(first).Start;
        switch (first)
        {
            case Scalar scalar:
                return Scalar(scalar, start, indent);
            case SequenceStart or MappingStart when depth > YamlDocumentReader.DepthLimit:
                Stop(YamlErrors.TooDeep, first, YamlDocumentReader.DepthLimit);
                return null;
            case SequenceStart sequence:
                return Sequence(sequence, start, depth, indent);
            case MappingStart mapping:
                return Mapping(mapping, start, depth, indent);
            default:
                return null;
        }
    }

    private YamlScalar Scalar(Scalar scalar, int start, int indent)
    {
        // The parser puts an empty scalar at the end of a file behind its last character.
        var limit = text.Content.Length;
        var span = TextSpan.FromBounds(Math.Min(start, limit), Math.Min(YamlEventSource.SpanOf(scalar).End, limit));
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => YamlStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => YamlStyle.DoubleQuoted,
            ScalarStyle.Literal => YamlStyle.Literal,
            ScalarStyle.Folded => YamlStyle.Folded,
            _ => YamlStyle.Plain,
        };
        var result = ScalarDecoder.Decode(text, span, scalar.Value, style, indent);
        _traps.Check(result);
        return result;
    }

    private YamlSequence? Sequence(SequenceStart first, int start, int depth, int indent)
    {
        var flow = first.Style == SequenceStyle.Flow;
        var items = new List<YamlNode>();
        var inner = flow ? indent : (int)first.Start.Column - 1;
        while (CanGoOn && _events.Next() is { } next)
        {
            if (next is SequenceEnd last)
            {
                var joined = flow ? _traps.Join(items) : items;
                return new(SpanOf(start, last, joined.LastOrDefault(), ']'), [.. joined], flow);
            }

            if (Node(next, depth + 1, inner) is { } item)
            {
                items.Add(item);
            }
        }

        return null;
    }

    private YamlMapping? Mapping(MappingStart first, int start, int depth, int indent)
    {
        var flow = first.Style == MappingStyle.Flow;
        var entries = new List<YamlEntry>();
        var inner = flow ? indent : (int)first.Start.Column - 1;
        while (CanGoOn && _events.Next() is { } next)
        {
            if (next is MappingEnd last)
            {
                var joined = flow ? _traps.Join(entries) : entries;
                return new(SpanOf(start, last, joined.LastOrDefault()?.Value, '}'), Unique(joined), flow);
            }

            var key = Node(next, depth + 1, inner);
            if (!CanGoOn || _events.Next() is not { } second)
            {
                break;
            }

            var value = Node(second, depth + 1, inner);
            if (key is YamlSequence or YamlMapping)
            {
                diagnostics.Report(YamlErrors.ComplexKey, text, key.Span);
            }
            else if (key is YamlScalar name && value is not null)
            {
                entries.Add(new(name, value));
            }
        }

        return null;
    }

    private ImmutableArray<YamlEntry> Unique(List<YamlEntry> entries)
    {
        _seen.Clear();
        var unique = ImmutableArray.CreateBuilder<YamlEntry>(entries.Count);
        foreach (var entry in entries)
        {
            if (_seen.TryAdd(entry.Key.Value, entry.Key))
            {
                unique.Add(entry);
            }
            else
            {
                diagnostics.Report(YamlErrors.DuplicateKey, text, entry.Key.Span, entry.Key.Value, text.PositionOf(_seen[entry.Key.Value].Span.Start).Line);
            }
        }

        return unique.DrainToImmutable();
    }

    /// <summary>A block collection ends with its last item, a flow collection with its bracket.</summary>
    private TextSpan SpanOf(int start, ParsingEvent last, YamlNode? lastItem, char bracket)
    {
        var end = YamlEventSource.SpanOf(last).Start;
        return end < text.Content.Length && text.Content[end] == bracket && text.Content[start] is '[' or '{'
            ? TextSpan.FromBounds(start, end + 1)
            : TextSpan.FromBounds(start, Math.Max(start, lastItem?.Span.End ?? end));
    }

    /// <summary>Where the node itself begins, behind its anchor and tag, which are reported.</summary>
    private int ContentStart(NodeEvent node)
    {
        var span = YamlEventSource.SpanOf(node);
        if (node.Anchor.IsEmpty && node.Tag.IsEmpty)
        {
            return span.Start;
        }

        var position = span.Start;
        while (position < text.Content.Length && text.Content[position] is '&' or '!')
        {
            var property = YamlProperty.SpanAt(text.Content, position);
            diagnostics.Report(text.Content[position] == '&' ? YamlErrors.Anchor : YamlErrors.Tag, text, property);
            position = YamlProperty.SkipBlanks(text.Content, property.End);
        }

        return node is Scalar ? Math.Min(position, span.End) : position;
    }

    private void Stop(DiagnosticDescriptor descriptor, ParsingEvent place, int limit)
    {
        _stopped = true;
        diagnostics.Report(descriptor, text, new(YamlEventSource.SpanOf(place).Start, 1), limit);
    }
}
