namespace CxRules.Mutation.Hosting;

/// <summary>How much of a processor this process may still take. A busy machine spends none of it.</summary>
internal sealed class Allowance : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly TimeSpan _end;
    private readonly Action _spent;
    private readonly Timer _timer;

    /// <param name="spent">Told once when it is spent.</param>
    public Allowance(TimeSpan most, Action spent)
    {
        _end = Environment.CpuUsage.TotalTime + most;
        _spent = spent;
        _timer = new(_ => Check(), null, Look, Look);
    }

    public bool IsSpent { get; private set; }

    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        if (!IsSpent && Environment.CpuUsage.TotalTime > _end)
        {
            IsSpent = true;
            _spent();
        }
    }
}
