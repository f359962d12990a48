using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CxRules.Language.Yaml;

/// <summary>The parser's events; its complaint becomes one diagnostic in plain words.</summary>
internal sealed class YamlEventSource(SourceText text, DiagnosticBag diagnostics)
{
    private readonly Parser _parser = new(new StringReader(text.Content));
    private readonly Stack<int> _openBrackets = new();
    private int _reached;

    /// <summary>True when the text is no YAML; it was reported.</summary>
    public bool Failed => FailedAt is not null;

    /// <summary>Where the text ceases to be YAML.</summary>
    public int? FailedAt { get; private set; }

    /// <summary>The next event, or null at the end and after a failure.</summary>
    public ParsingEvent? Next()
    {
        try
        {
            if (!_parser.MoveNext() || _parser.Current is not { } current)
            {
                return null;
            }

            _reached = Math.Max(_reached, SpanOf(current).End);
            Follow(current);
            return current;
        }
        catch (YamlException problem)
        {
            Fail(problem.Message, (int)problem.Start.Index, (int)problem.End.Index);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // The parser itself throws these on some malformed texts.
            Fail("", YamlProperty.SkipBlanks(text.Content, _reached), _reached);
        }

        return null;
    }

    public static TextSpan SpanOf(ParsingEvent place) => TextSpan.FromBounds((int)place.Start.Index, (int)Math.Max(place.Start.Index, place.End.Index));

    private void Follow(ParsingEvent current)
    {
        var place = SpanOf(current).Start;
        if (current is SequenceStart or MappingStart)
        {
            _openBrackets.Push(current is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow } ? place : -1);
        }
        else if (current is SequenceEnd or MappingEnd)
        {
            _openBrackets.Pop();
        }
    }

    private void Fail(string message, int start, int end)
    {
        var limit = text.Content.Length;
        var bracket = _openBrackets.TryPeek(out var open) ? open : -1;
        var diagnostic = YamlComplaint.IsOpenBracket(text, bracket, message, Math.Min(start, limit))
            ? YamlErrors.UnclosedBracket.At(text, new(bracket, 1))
            : YamlComplaint.ToDiagnostic(text, message, Math.Min(start, limit), Math.Min(end, limit));
        FailedAt = diagnostic.Span.Start;
        diagnostics.Add(diagnostic);
    }
}
