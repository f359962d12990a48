using System.Collections.Immutable;
using CxRules.Language.Text;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>A rule set that means something: rules by path and position, under their project.</summary>
/// <param name="Digest">SHA-256 over names and contents of the files that say what is decided, hexadecimal; computed when it is first asked for.</param>
public sealed record BoundRuleSet(Project Project, ImmutableArray<BoundRule> Rules, Lazy<string> Digest)
{
    public BoundRuleSet(Project project, ImmutableArray<BoundRule> rules, string hash)
        : this(project, rules, new Lazy<string>(hash))
    {
    }

    public string Hash => Digest.Value;
}

/// <summary>A rule with every word resolved.</summary>
public sealed record BoundRule
{
    /// <summary>`rule`, or `rule/row` for a row of a table of rules.</summary>
    public required string Id { get; init; }

    public RuleKind Kind { get; init; } = RuleKind.Contacts;

    /// <summary>Place among the rule set's rules, by path and position, from 0.</summary>
    public required int Ordinal { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? See { get; init; }

    public Severity Severity { get; init; } = Severity.Medium;

    /// <summary>Higher first; ties by <see cref="Ordinal"/>.</summary>
    public int Priority { get; init; }

    public DateOnly? Expires { get; init; }

    /// <summary>Which contacts the rule is about. Its group narrows it further.</summary>
    public required BoundCondition Population { get; init; }

    /// <summary>What must hold of measures, cases and signals for the rule to fire; null for a rule about nothing but single contacts.</summary>
    public BoundSignal? Signal { get; init; }

    public Hold? For { get; init; }

    /// <summary>When the signal clears; null: as soon as <see cref="Signal"/> is false.</summary>
    public BoundSignal? Until { get; init; }

    public Hold? UntilFor { get; init; }

    /// <summary>Category fields; one signal and one case for each combination of their values. Contacts that lack one belong to no group.</summary>
    public ImmutableArray<ContactField> Per { get; init; } = [];

    /// <summary>Only the largest groups; null: all.</summary>
    public BoundTop? Top { get; init; }

    /// <summary>The rule is evaluated only while each of these holds.</summary>
    public ImmutableArray<BoundMoment> Only { get; init; } = [];

    /// <summary>The rule is not evaluated while all of these hold; none: it always is.</summary>
    public ImmutableArray<BoundMoment> Except { get; init; } = [];

    public Schedule Every { get; init; } = Schedule.EveryDay;

    /// <summary>`every` says when it is evaluated; else <see cref="Every"/> follows from its windows.</summary>
    public bool HasEvery { get; init; }

    /// <summary>The rule's window: the longest of `if`. Meaningless without a signal.</summary>
    public Window Window { get; init; } = Window.Daily;

    /// <summary>The window in cycles, where it is one; then <see cref="Window"/> only says about how long that is.</summary>
    public BoundCycles? Cycles { get; init; }

    public CaseBasis Basis { get; init; } = CaseBasis.All;

    /// <summary>At most one that routes; null where the rule only suppresses.</summary>
    public BoundRoute? Route { get; init; }

    /// <summary>What else it does, in the order written: neither <see cref="Route"/> nor <see cref="Suppresses"/>.</summary>
    public ImmutableArray<BoundAction> Actions { get; init; } = [];

    /// <summary>Ids of the rules that open no case while this one's signal is active.</summary>
    public ImmutableArray<string> Suppresses { get; init; } = [];

    /// <summary>The sentence of `if` as written, white space folded: what reports quote.</summary>
    public required string ConditionText { get; init; }

    public required SourceText Text { get; init; }

    public required TextSpan Span { get; init; }
}

/// <param name="Owners">One or more names as declared, the cost being split among them; empty with <paramref name="OwnerOf"/>.</param>
/// <param name="OwnerOf">disposition or touchpoint: the owner by the touchpoint map, else the fallback owner.</param>
/// <param name="Evidence">How many example ids; the default is 5.</param>
public sealed record BoundRoute(ImmutableArray<string> Owners, ContactField? OwnerOf, bool CostEstimate, Severity? Priority, int Evidence, string? Because)
{
    /// <summary>The webhook it is delivered by; null: as the owner says.</summary>
    public string? Via { get; init; }
}

/// <summary>`top 5 by cost`: of all groups, those with the largest <paramref name="By"/> of the population in the rule's window.</summary>
public sealed record BoundTop(int Count, MeasureKind By);
