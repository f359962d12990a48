using System.Collections.Immutable;

namespace CxRules.Mutation.Running;

/// <summary>
/// Asks a host for mutants, many in one process. A verdict counts where the host is clean behind it: a mutant may leave something behind that fails the tests
/// of the next. Where it is not, the batch is asked for again in parts, each in a host as new.
/// </summary>
/// <param name="settle">Takes each verdict that counts.</param>
internal sealed class Batches(IMutantHost host, Action<Verdict> settle)
{
    private const int Parts = 4;

    /// <summary>The host is clean before it and behind it; true where it was so all the while.</summary>
    public bool Run(ImmutableArray<int> batch)
    {
        if (batch.IsEmpty)
        {
            return true;
        }

        var verdicts = Ask(batch);
        if (host.IsLost)
        {
            host.Restart();
            var isClean = SettleLost(batch, verdicts);
            return Run(batch[verdicts.Length..]) && isClean;
        }

        if (host.IsClean())
        {
            Settle(verdicts);
            return true;
        }

        host.Restart();
        SettlePolluted(batch, verdicts);
        return false;
    }

    /// <summary>As far as the host lives.</summary>
    private ImmutableArray<Verdict> Ask(ImmutableArray<int> batch)
    {
        var verdicts = ImmutableArray.CreateBuilder<Verdict>(batch.Length);
        foreach (var mutant in batch)
        {
            verdicts.Add(host.Ask(mutant));
            if (host.IsLost)
            {
                break;
            }
        }

        return verdicts.ToImmutable();
    }

    // Whether those before the last were harmless cannot be asked any more; so they are asked for again.
    private bool SettleLost(ImmutableArray<int> batch, ImmutableArray<Verdict> verdicts)
    {
        var last = verdicts.Length - 1;
        if (Run(batch[..last]))
        {
            Settle(verdicts[last..]);
            return true;
        }

        Run(batch[last..verdicts.Length]);
        return false;
    }

    private void SettlePolluted(ImmutableArray<int> batch, ImmutableArray<Verdict> verdicts)
    {
        if (batch.Length == 1)
        {
            Settle(verdicts);
            return;
        }

        foreach (var part in batch.Chunk(Math.Max(1, batch.Length / Parts)))
        {
            Run([.. part]);
        }
    }

    private void Settle(ImmutableArray<Verdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            settle(verdict);
        }
    }
}
