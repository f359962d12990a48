using CxRules.Runtime.Chaining;

namespace CxRules.Runtime.Tests.Chaining;

/// <summary>What every session does alike. A class that makes another session stands beside <see cref="AgendaSessionTests"/>.</summary>
public abstract class SessionContractTests
{
    private readonly List<string> _done = [];

    /// <summary>The session under test.</summary>
    private protected abstract ISession Open(params SessionRule[] rules);

    [Fact]
    public void Fire_OfSeveralRules_GoesByTheirOrderAndThenByTheFacts()
    {
        var session = Open(Noting("late", 2, 0), Noting("early", 1, 1));
        session.Insert(new TurnFact(0, 7));
        session.Insert(new TurnFact(1, 5));
        session.Insert(new TurnFact(0, 6));

        Assert.Equal(3, session.Fire());
        Assert.Equal(["early 5", "late 7", "late 6"], _done);
    }

    [Fact]
    public void Insert_WhileItFires_PutsRulesOnTheAgenda()
    {
        var session = Open(
            new SessionRule("emitter", 1, typeof(TurnFact), 0, (on, _) => on.Insert(new SignalFact(0, "north"))),
            new SessionRule("listener", 2, typeof(SignalFact), 0, (_, fact) => _done.Add(((SignalFact)fact).Group)));
        session.Insert(new TurnFact(0, 0));

        Assert.Equal(2, session.Fire());
        Assert.Equal(["north"], _done);
        Assert.Equal([new SignalFact(0, "north")], session.Query<SignalFact>());
    }

    /// <summary>A rule that comes later in the order waits, whatever stands on the agenda before it.</summary>
    [Fact]
    public void Insert_OfWhatAnEarlierRuleLooksAt_FiresItBeforeTheLaterOnes()
    {
        var session = Open(
            new SessionRule("first", 1, typeof(TurnFact), 0, (on, _) => on.Insert(new SignalFact(0, ""))),
            new SessionRule("between", 2, typeof(SignalFact), 0, (_, _) => _done.Add("between")),
            Noting("last", 3, 1));
        session.Insert(new TurnFact(1, 0));
        session.Insert(new TurnFact(0, 0));

        session.Fire();

        Assert.Equal(["between", "last 0"], _done);
    }

    [Fact]
    public void Fire_Again_DoesNothingTwice()
    {
        var session = Open(Noting("rule", 0, 0));
        session.Insert(new TurnFact(0, 1));
        session.Fire();

        Assert.Equal(0, session.Fire());
        Assert.Equal(["rule 1"], _done);
    }

    [Fact]
    public void Update_OfAFact_FiresItsRulesOnceMore()
    {
        var session = Open(Noting("rule", 0, 0));
        session.Insert(new TurnFact(0, 1));
        session.Fire();
        session.Update(new TurnFact(0, 1));
        session.Update(new TurnFact(0, 1));

        Assert.Equal(1, session.Fire());
        Assert.Equal(["rule 1", "rule 1"], _done);
    }

    [Fact]
    public void Retract_OfAFact_TakesItsRulesFromTheAgenda()
    {
        var session = Open(Noting("rule", 0, 0));
        session.Insert(new TurnFact(0, 1));
        session.Insert(new TurnFact(0, 2));
        session.Retract(new TurnFact(0, 1));

        Assert.Equal(1, session.Fire());
        Assert.Equal(["rule 2"], _done);
        Assert.Equal([new TurnFact(0, 2)], session.Query<TurnFact>());
    }

    [Fact]
    public void Retract_OfAFactThatComesBack_FiresForTheNewOneAlone()
    {
        var session = Open(Noting("rule", 0, 0));
        session.Insert(new TurnFact(0, 1));
        session.Retract(new TurnFact(0, 1));
        session.Insert(new TurnFact(0, 1));

        Assert.Equal(1, session.Fire());
    }

    [Fact]
    public void Facts_ThatAreEqual_AreOne()
    {
        var session = Open();
        session.Insert(new SignalFact(3, "north"));

        Assert.Throws<ArgumentException>(() => session.Insert(new SignalFact(3, "north")));
        Assert.Throws<ArgumentException>(() => session.Update(new SignalFact(3, "south")));
        Assert.Throws<ArgumentException>(() => session.Retract(new SignalFact(4, "north")));
        Assert.Single(session.Query<Fact>());
    }

    [Fact]
    public void Fired_OfEachRule_IsToldAfterWhatItDid()
    {
        var session = Open(Noting("rule", 0, 0));
        session.Fired += (_, fired) => _done.Add($"told of {fired.Rule.Id}: {fired.Fact}");
        session.Insert(new TurnFact(0, 1));
        session.Fire();

        Assert.Equal(["rule 1", $"told of rule: {new TurnFact(0, 1)}"], _done);
    }

    private SessionRule Noting(string id, int order, int about) => new(id, order, typeof(TurnFact), about, (_, fact) => _done.Add($"{id} {((TurnFact)fact).Evaluation}"));
}

/// <summary>The engine's own.</summary>
public sealed class AgendaSessionTests : SessionContractTests
{
    private protected override ISession Open(params SessionRule[] rules) => new AgendaSession(rules);
}
