using System.Runtime.ExceptionServices;

namespace CxRules.Streams.Files;

/// <summary>
/// A stream that ends where the inner one fails, and tells the failure afterwards: so that readers with buffers deliver every record before
/// that place.
/// </summary>
internal sealed class GuardedStream(Stream inner) : ForwardStream
{
    private ExceptionDispatchInfo? _failure;

    public bool Failed => _failure is not null;

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (_failure is not null)
        {
            return 0;
        }

        try
        {
            var count = inner.Read(buffer);
            Count += count;
            return count;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
            return 0;
        }
    }

    public void ThrowIfFailed() => _failure?.Throw();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
