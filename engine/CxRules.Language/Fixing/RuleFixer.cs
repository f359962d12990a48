using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Fixing;

/// <summary>Applies the fixes of diagnostics until none is left that helps. A fix that leaves more errors than it found is dropped.</summary>
public static class RuleFixer
{
    private const int MostRounds = 20;

    /// <param name="texts">The texts of a rule set.</param>
    /// <param name="today">The local day that `expires` is held against.</param>
    public static FixResult Run(RuleTexts texts, DateOnly today) => Run(texts, changed => RuleCompilation.Create(changed, today).Diagnostics);

    /// <param name="check">All diagnostics of texts.</param>
    internal static FixResult Run(RuleTexts texts, Func<RuleTexts, ImmutableArray<Diagnostic>> check)
    {
        var state = new State(texts, check(texts));
        var applied = ImmutableArray.CreateBuilder<Diagnostic>();
        var dropped = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { state.Content };
        for (var round = 0; round < MostRounds; round++)
        {
            var fixes = Apart(state.Diagnostics.Where(found => found.Fix is not null && !dropped.Contains(KeyOf(found))));
            if (fixes.IsEmpty)
            {
                break;
            }

            var next = state.With(fixes, check);
            if (!next.HasLost(fixes, state))
            {
                fixes = OneByOne(state, fixes, dropped, check, out next);
            }

            if (!seen.Add(next.Content))
            {
                // Nothing helped, or one fix undoes another.
                break;
            }

            state = next;
            applied.AddRange(fixes);
        }

        return new(state.Texts, applied.ToImmutable());
    }

    internal static IEnumerable<SourceText> All(RuleTexts texts) => [.. texts.Rules, .. texts.Project is { } project ? [project] : Array.Empty<SourceText>(), .. texts.Sources];

    /// <summary>Those whose edits do not touch one another; of two that do, the first in the file.</summary>
    private static ImmutableArray<Diagnostic> Apart(IEnumerable<Diagnostic> found)
    {
        var apart = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var file in found.GroupBy(diagnostic => diagnostic.Text.File, StringComparer.Ordinal))
        {
            var taken = new List<TextSpan>();
            foreach (var diagnostic in file.OrderBy(diagnostic => EditsOf(diagnostic).Min(edit => edit.Span.Start)))
            {
                var spans = EditsOf(diagnostic).Select(edit => edit.Span).ToList();
                if (!spans.Exists(span => taken.Exists(other => Touch(span, other))))
                {
                    taken.AddRange(spans);
                    apart.Add(diagnostic);
                }
            }
        }

        return apart.ToImmutable();
    }

    private static bool Touch(TextSpan a, TextSpan b) => a.Start <= b.End && b.Start <= a.End;

    private static ImmutableArray<TextEdit> EditsOf(Diagnostic diagnostic) => diagnostic.Fix?.Edits ?? [];

    /// <summary>Tries each fix together with those before it that helped.</summary>
    private static ImmutableArray<Diagnostic> OneByOne(State state, ImmutableArray<Diagnostic> fixes, HashSet<string> dropped, Func<RuleTexts, ImmutableArray<Diagnostic>> check, out State next)
    {
        next = state;
        ImmutableArray<Diagnostic> helped = [];
        foreach (var fix in fixes)
        {
            var tried = state.With(helped.Add(fix), check);
            if (tried.IsWorseThan(next))
            {
                dropped.Add(KeyOf(fix));
                continue;
            }

            next = tried;
            helped = helped.Add(fix);
        }

        return helped;
    }

    private static string KeyOf(Diagnostic found) => $"{found.Text.File}\n{found.Code}\n{found.Message}\n{string.Join('\n', EditsOf(found).Select(edit => edit.NewText))}";

    private sealed record State(RuleTexts Texts, ImmutableArray<Diagnostic> Diagnostics)
    {
        public string Content { get; } = string.Join('\0', RuleFixer.All(Texts).Select(text => text.Content));

        public State With(ImmutableArray<Diagnostic> fixes, Func<RuleTexts, ImmutableArray<Diagnostic>> check)
        {
            var edits = fixes.SelectMany(fix => EditsOf(fix).Select(edit => (fix.Text.File, Edit: edit))).ToLookup(edit => edit.File, edit => edit.Edit, StringComparer.Ordinal);
            var texts = new RuleTexts(
                [.. Texts.Rules.Select(text => Edited(text, edits[text.File]))],
                Texts.Project is { } project ? Edited(project, edits[project.File]) : null,
                [.. Texts.Sources.Select(text => Edited(text, edits[text.File]))]);
            return new(texts, check(texts));
        }

        /// <summary>
        /// More errors in any file: what a fix mends must not break something elsewhere. A syntax error less counts before all others, since it
        /// hid what else is wrong with its rule.
        /// </summary>
        public bool IsWorseThan(State other)
        {
            var before = Errors(other);
            return Errors(this).Any(file => file.Value.CompareTo(before.GetValueOrDefault(file.Key)) > 0);
        }

        /// <summary>Whether each error that was mended is gone and none came: then no fix needs a trial of its own.</summary>
        public bool HasLost(ImmutableArray<Diagnostic> mended, State other)
        {
            var before = Errors(other);
            var gone = mended.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToLookup(diagnostic => diagnostic.Text.File, StringComparer.Ordinal);
            return Errors(this).All(file => file.Value.All <= before.GetValueOrDefault(file.Key).All - gone[file.Key].Count());
        }

        private static Dictionary<string, (int Syntax, int All)> Errors(State state) => state.Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .GroupBy(diagnostic => diagnostic.Text.File, StringComparer.Ordinal)
            .ToDictionary(file => file.Key, file => (file.Count(error => error.Code.StartsWith("CXR1", StringComparison.Ordinal)), file.Count()), StringComparer.Ordinal);

        private static SourceText Edited(SourceText text, IEnumerable<TextEdit> edits)
        {
            var content = text.Content;
            foreach (var edit in edits.OrderByDescending(edit => edit.Span.Start))
            {
                content = string.Concat(content.AsSpan(0, edit.Span.Start), edit.NewText, content.AsSpan(edit.Span.End));
            }

            return content == text.Content ? text : new(text.File, content);
        }
    }
}
