using System.IO.Compression;

namespace CxRules.Streams.Files;

/// <summary>One file of a history, opened as UTF-8 text, plain or gzip.</summary>
/// <param name="Text">The text from its start; ends early where the file is damaged.</param>
/// <param name="Guard">Tells whether it did.</param>
internal sealed record HistoryFile(string Path, HeadStream Text, GuardedStream Guard) : IDisposable
{
    private const int HeadSize = 4096;

    // Without it the run time takes a gzip file that ends early for a whole one.
    static HistoryFile() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <exception cref="HistoryException">The file cannot be opened, is empty, or is no text.</exception>
    public static HistoryFile Open(string path)
    {
        var raw = OpenRaw(path);
        try
        {
            var file = new HeadStream(raw, 2);
            var guard = new GuardedStream(file.Head.SequenceEqual<byte>([0x1f, 0x8b]) ? new GZipStream(file, CompressionMode.Decompress) : file);
            var text = new HeadStream(guard, HeadSize);
            Check(path, text.Head, guard);
            return new HistoryFile(path, text, guard);
        }
        catch
        {
            raw.Dispose();
            throw;
        }
    }

    public void Dispose() => Text.Dispose();

    private static void Check(string path, ReadOnlySpan<byte> head, GuardedStream guard)
    {
        if (head.IsEmpty)
        {
            guard.ThrowIfFailed();
            throw new HistoryException(StreamErrors.FileEmpty, path, 0);
        }

        if (FileSignature.Find(head) is { } signature)
        {
            throw new HistoryException(signature.Kind, path, 0, signature.Name);
        }
    }

    private static FileStream OpenRaw(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0, Share = FileShare.ReadWrite | FileShare.Delete });
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HistoryException(StreamErrors.FileNotOpened, path, 0, cause, [cause.Message]);
        }
    }
}
