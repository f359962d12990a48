using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Model.Cases;

namespace CxRules.Language.Binding;

/// <summary>One thing has to be known before another, because of what stands at a place of a rule.</summary>
internal sealed record ChainLink(string To, RuleBinding Rule, TextSpan Place, bool IsSuppression);

/// <summary>What waits for what in a rule set: rules, the signals they emit, and `any case`.</summary>
internal sealed class ChainGraph
{
    private const string AnyCase = "any case";

    private readonly Dictionary<string, List<ChainLink>> _links = new(StringComparer.Ordinal);
    private readonly DefinitionTable _definitions;

    public ChainGraph(IReadOnlyList<RuleBinding> rules, DefinitionTable definitions)
    {
        _definitions = definitions;
        var first = rules.Where(rule => rule.Name is not null).DistinctBy(rule => rule.Name).ToList();
        var waits = first.Exists(rule => rule.Kind == RuleKind.Cases || rule.Syntax.Clauses.OfType<ConditionClauseSyntax>().Any(HasFact));
        foreach (var rule in first)
        {
            Add(rule, rule.Name ?? "", waits);
        }
    }

    public IEnumerable<string> Starts => _links.Keys;

    public IReadOnlyList<ChainLink> From(string node) => _links.TryGetValue(node, out var links) ? links : [];

    private void Add(RuleBinding rule, string name, bool waits)
    {
        foreach (var action in rule.Actions)
        {
            switch (action)
            {
                case SuppressSyntax suppress when suppress.Target.Value != name:
                    Link(name, new(suppress.Target.Value, rule, suppress.Target.Span, true));
                    break;
                case EmitSignalSyntax emit:
                    Link(name, new(SignalNode(emit.Signal), rule, emit.Signal.Span, false));
                    break;
            }
        }

        if (!waits)
        {
            return;
        }

        if (rule.Kind == RuleKind.Measures)
        {
            Link(name, new(AnyCase, rule, rule.NameSpan, false));
        }

        foreach (var clause in rule.Syntax.Clauses.OfType<ConditionClauseSyntax>())
        {
            AddFacts(rule, name, clause.Condition, null);
        }
    }

    /// <param name="use">The name of the definition that the node stands in, in the rule's own text.</param>
    private void AddFacts(RuleBinding rule, string name, SyntaxNode node, TextSpan? use)
    {
        var place = use ?? node.Span;
        switch (node)
        {
            case SignalActiveSyntax signal:
                Link(SignalNode(signal.Signal), new(name, rule, place, false));
                break;
            case CaseStateSyntax state:
                Link(state.Rule?.Value ?? AnyCase, new(name, rule, place, false));
                break;
            case CaseCostSyntax cost:
                Link(cost.Rule?.Value ?? AnyCase, new(name, rule, place, false));
                break;
        }

        var inner = node is FlagSyntax flag && _definitions.Find(flag.Field) is not null ? place : use;
        foreach (var child in _definitions.Below(node))
        {
            AddFacts(rule, name, child, inner);
        }
    }

    private bool HasFact(ConditionClauseSyntax clause) => ConditionContent.Of(clause.Condition, _definitions).HasFlag(Content.Fact);

    private static string SignalNode(WordsSyntax signal) => $"signal {signal.Value}";

    private void Link(string from, ChainLink link)
    {
        if (!_links.TryGetValue(from, out var links))
        {
            links = [];
            _links.Add(from, links);
        }

        links.Add(link);
    }
}
