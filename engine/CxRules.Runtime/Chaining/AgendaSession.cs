namespace CxRules.Runtime.Chaining;

/// <summary>The engine's own session: an agenda in the order of the rules.</summary>
public sealed class AgendaSession(IEnumerable<SessionRule> rules) : ISession
{
    private readonly ILookup<(Type, int), SessionRule> _rules = rules.ToLookup(rule => (rule.Kind, rule.About));

    /// <summary>Each with the number it came as.</summary>
    private readonly Dictionary<Fact, long> _facts = [];

    private readonly PriorityQueue<(SessionRule Rule, Fact Fact, long Version), (int Order, long Number)> _agenda = new();
    private readonly Dictionary<Fact, long> _versions = [];
    private long _number;

    public event EventHandler<RuleFiredEventArgs>? Fired;

    public void Insert(Fact fact)
    {
        if (!_facts.TryAdd(fact, _number++))
        {
            throw new ArgumentException($"An equal fact is there: {fact}", nameof(fact));
        }

        Activate(fact);
    }

    public void Update(Fact fact)
    {
        Find(fact);
        Activate(fact);
    }

    public void Retract(Fact fact)
    {
        Find(fact);
        _facts.Remove(fact);
        _versions.Remove(fact);
    }

    public long Fire()
    {
        var fired = 0L;
        while (_agenda.TryDequeue(out var activation, out _))
        {
            var (rule, fact, version) = activation;
            if (_versions.GetValueOrDefault(fact, -1) != version)
            {
                continue;
            }

            rule.Then(this, fact);
            fired++;
            Fired?.Invoke(this, new(rule, fact));
        }

        return fired;
    }

    public IReadOnlyList<TFact> Query<TFact>()
        where TFact : Fact =>
        [.. _facts.Where(entry => entry.Key is TFact).OrderBy(entry => entry.Value).Select(entry => (TFact)entry.Key)];

    private void Find(Fact fact)
    {
        if (!_facts.ContainsKey(fact))
        {
            throw new ArgumentException($"No equal fact is there: {fact}", nameof(fact));
        }
    }

    /// <summary>What stands on the agenda for an earlier version of the fact counts no more.</summary>
    private void Activate(Fact fact)
    {
        var version = _number++;
        _versions[fact] = version;
        foreach (var rule in _rules[(fact.GetType(), fact.Rule)])
        {
            _agenda.Enqueue((rule, fact, version), (rule.Order, version));
        }
    }
}
