namespace CxRules.Cli;

/// <summary>Our own mistakes: one line for the user, the trace in a file to report.</summary>
internal static class InternalFault
{
    public static int Report(Exception fault, string[] args, TextWriter error)
    {
        error.Write($"cxrules: internal fault, not a mistake of yours: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}\n");
        try
        {
            var file = Path.Combine(Path.GetTempPath(), $"cxrules-fault-{Environment.ProcessId}.txt");
            File.WriteAllText(file, $"cxrules {Welcome.Version} {string.Join(' ', args)}\n{Environment.OSVersion}, .NET {Environment.Version}\n\n{fault}\n");
            error.Write($"Please report it with the file {file}\n");
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            error.Write($"Please report it; its trace could not be kept ({unwritable.Message})\n");
        }

        return ExitCode.Misuse;
    }
}
