using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Model.Projects;

namespace CxRules.Language.Binding;

/// <summary>Every name that a rule of a rule set may use: those of its project and those of its other rules.</summary>
internal sealed class RuleSetNames
{
    private readonly Dictionary<string, Content> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _signals = new(StringComparer.Ordinal);
    private readonly HashSet<RuleSyntax> _usingDefinitions = new(ReferenceEqualityComparer.Instance);

    private RuleSetNames(Project project)
    {
        Project = new(project);
        LintSettings = new(project.Lints);
    }

    public ProjectSymbols Project { get; }

    public SymbolTable Symbols { get; } = new();

    public DefinitionTable Definitions { get; } = new();

    public LintSettings LintSettings { get; }

    /// <summary>The ids of all rules; a table of rules has one for all its rows.</summary>
    public IReadOnlyCollection<string> Rules => _rules.Keys;

    /// <summary>The signals that some rule emits.</summary>
    public IReadOnlyCollection<string> Signals => _signals;

    public static RuleSetNames Of(ImmutableArray<RuleFileSyntax> files, Project project)
    {
        var names = new RuleSetNames(project);
        names.Definitions.Add(files, names);
        var definitions = new DefinitionBinder(names);
        definitions.Weigh();
        foreach (var file in files)
        {
            foreach (var rule in file.Rules)
            {
                names.Add(file, rule);
                if (!names.Definitions.IsEmpty && definitions.Use(rule))
                {
                    names._usingDefinitions.Add(rule);
                }
            }
        }

        definitions.Check();
        return names;
    }

    /// <summary>A rule that uses a definition may find a mistake in it, which the rules after it then know.</summary>
    public bool UsesDefinitions(RuleSyntax rule) => _usingDefinitions.Contains(rule);

    public bool HasSignal(string name) => _signals.Contains(name);

    /// <summary>What a rule is about; null where there is no such rule.</summary>
    public Content? Rule(string id) => _rules.TryGetValue(id, out var content) ? content : null;

    private void Add(RuleFileSyntax file, RuleSyntax rule)
    {
        if (RuleId.Of(rule, file.Text.File) is { } id)
        {
            var content = rule.Clauses.OfType<ConditionClauseSyntax>().Where(clause => IsIf(clause)).Aggregate(Content.None, (sum, clause) => sum | ConditionContent.Of(clause.Condition, Definitions));

            // A rule that cannot be read may be about anything.
            _rules.TryAdd(id, rule.IsBroken ? content | Content.Measure : content);
            Symbols.Declare(SymbolKind.Rule, id, new(file.Text, rule.Id?.Span ?? new TextSpan(rule.Span.Start, 0)));
        }

        foreach (var emit in rule.Clauses.OfType<ThenClauseSyntax>().Select(clause => clause.Action).OfType<EmitSignalSyntax>())
        {
            _signals.Add(emit.Signal.Value);
            Symbols.Declare(SymbolKind.Signal, emit.Signal.Value, new(file.Text, emit.Signal.Span));
        }
    }

    private static bool IsIf(ConditionClauseSyntax clause) => string.Equals(clause.Keyword, "if", StringComparison.OrdinalIgnoreCase);
}
