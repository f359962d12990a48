using System.Runtime.ExceptionServices;

namespace CxRules.Testing.Replays;

/// <summary>Lets threads do one part of their work in a fixed order, whoever comes first.</summary>
internal sealed class Turns
{
    private readonly object _gate = new();
    private int _next;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Works when all turns with a lower number are over; never, where one of the threads has failed.</summary>
    /// <param name="number">From 0, each once.</param>
    /// <returns>False where a thread has failed.</returns>
    public bool Take(int number, Action work)
    {
        lock (_gate)
        {
            while (_next != number && _failure is null)
            {
                Monitor.Wait(_gate);
            }

            if (_failure is not null)
            {
                return false;
            }
        }

        work();
        lock (_gate)
        {
            _next++;
            Monitor.PulseAll(_gate);
        }

        return true;
    }

    /// <summary>Ends all turns.</summary>
    public void Fail(Exception failure)
    {
        lock (_gate)
        {
            _failure ??= ExceptionDispatchInfo.Capture(failure);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Throws what the first thread failed with.</summary>
    public void ThrowIfFailed() => _failure?.Throw();
}
