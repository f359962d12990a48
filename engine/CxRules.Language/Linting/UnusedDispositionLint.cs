using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Linting;

/// <summary>Declared dispositions that no rule names, itself, by what is above it, by its touchpoint or by its kind of demand. One diagnostic a project.</summary>
internal static class UnusedDispositionLint
{
    private const int MostShown = 5;
    private const string Key = "dispositions:";

    public static void Check(ImmutableArray<RuleBinding> rules, RuleSetNames names, SourceText project, DiagnosticBag diagnostics)
    {
        var declared = names.Project.Project.Dispositions;
        ImmutableArray<BoundRule> bound = [.. rules.Select(rule => rule.Rule).OfType<BoundRule>()];
        if (declared.IsEmpty || bound.Length < rules.Length || bound.IsEmpty)
        {
            return;
        }

        var used = new UsedCodes(names.Project);
        foreach (var rule in bound)
        {
            used.Add(rule);
        }

        var unused = declared.Where(disposition => disposition is { Demand: not Demand.Value, IsMissing: false } && !IsHeading(disposition, names.Project) && !used.Covers(disposition)).Select(disposition => disposition.Code).ToList();
        if (unused.Count == 0 || Place(project) is not { } place)
        {
            return;
        }

        var shown = string.Join(", ", unused.Take(MostShown)) + (unused.Count > MostShown ? " …" : "");
        if (names.LintSettings.Apply(Lints.UnusedDispositions.At(project, place, unused.Count, declared.Length, shown)) is { } wanted)
        {
            diagnostics.Add(wanted);
        }
    }

    /// <summary>A code that only holds others together.</summary>
    private static bool IsHeading(Disposition disposition, ProjectSymbols project) =>
        disposition.Demand == Demand.Unclassified && project.Taxonomy.WithBelow(disposition).Count > 1;

    /// <summary>The key in the project file; null where the codes come from somewhere else.</summary>
    private static TextSpan? Place(SourceText project)
    {
        for (var line = 1; line <= project.LineCount; line++)
        {
            var span = project.Line(line);
            if (project.Content.AsSpan(span.Start, span.Length).StartsWith(Key, StringComparison.OrdinalIgnoreCase))
            {
                return new(span.Start, Key.Length - 1);
            }
        }

        return null;
    }

    private sealed class UsedCodes(ProjectSymbols symbols)
    {
        private readonly HashSet<string> _dispositions = new(StringComparer.Ordinal);
        private readonly HashSet<string> _touchpoints = new(StringComparer.Ordinal);
        private readonly HashSet<string> _demands = new(StringComparer.Ordinal);
        private bool _all;

        public void Add(BoundRule rule)
        {
            var before = _dispositions.Count + _touchpoints.Count + _demands.Count;
            Add(rule.Population);
            foreach (var measure in SignalMeasures.Of(rule.Signal))
            {
                Add(measure.Population);
                Add(measure.Among ?? BoundAnd.Everything);
            }

            // Who routes by the map of touchpoints looks at every disposition.
            _all |= rule.Route?.OwnerOf is not null && before == _dispositions.Count + _touchpoints.Count + _demands.Count;
        }

        public bool Covers(Disposition disposition) => _all
            || _dispositions.Contains(Code.ToBareWord(disposition.Code))
            || (disposition.Touchpoint is { } touchpoint && _touchpoints.Contains(Code.ToBareWord(touchpoint)))
            || _demands.Contains(Code.ToBareWord(disposition.Demand.ToString()))
            || symbols.Taxonomy.WithBelow(disposition).Skip(1).Any(below => _dispositions.Contains(Code.ToBareWord(below.Code)));

        private void Add(BoundCondition condition)
        {
            switch (condition)
            {
                case BoundAnd and:
                    Add(and.Operands);
                    break;
                case BoundOr or:
                    Add(or.Operands);
                    break;
                case BoundNot not:
                    Add(not.Operand);
                    break;
                case BoundJourney journey:
                    Add(journey.Contact);
                    break;
                case BoundCodeIn codes when SetOf(codes.Field) is { } set:
                    foreach (var code in codes.Codes)
                    {
                        set.Add(Code.ToBareWord(code.Text));
                    }

                    break;
            }
        }

        private void Add(ImmutableArray<BoundCondition> conditions)
        {
            foreach (var condition in conditions)
            {
                Add(condition);
            }
        }

        private HashSet<string>? SetOf(ContactField field)
        {
            var schema = symbols.Project.Schema;
            return field == schema.Disposition ? _dispositions : field == schema.Touchpoint ? _touchpoints : field == schema.Demand ? _demands : null;
        }
    }
}
