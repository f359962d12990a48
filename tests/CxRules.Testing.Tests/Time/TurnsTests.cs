using System.Collections.Concurrent;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Tests.Time;

public sealed class TurnsTests
{
    [Fact]
    public void Take_ByManyThreads_GoesByNumber()
    {
        var turns = new Turns();
        var order = new List<int>();
        var next = -1;
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            for (var number = Interlocked.Increment(ref next); number < 200; number = Interlocked.Increment(ref next))
            {
                var turn = number;
                Assert.True(turns.Take(turn, () => order.Add(turn)));
            }
        });
        Assert.Equal(Enumerable.Range(0, 200), order);
        turns.ThrowIfFailed();
    }

    [Fact]
    public void Take_WhereAnotherThreadFailed_EndsAndTheFailureIsThrown()
    {
        var turns = new Turns();
        var taken = new ConcurrentBag<bool>();
        var waiting = Enumerable.Range(1, 3).Select(number => new Thread(() => taken.Add(turns.Take(number, () => { })))).ToList();
        waiting.ForEach(thread => thread.Start());
        turns.Fail(new InvalidOperationException("the first"));
        turns.Fail(new InvalidOperationException("the second"));
        waiting.ForEach(thread => thread.Join());
        Assert.Equal([false, false, false], taken);
        Assert.Equal("the first", Assert.Throws<InvalidOperationException>(turns.ThrowIfFailed).Message);
    }
}
