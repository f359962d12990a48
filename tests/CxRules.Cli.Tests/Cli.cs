namespace CxRules.Cli.Tests;

/// <summary>A run of the program inside the test, on a fixed day.</summary>
internal sealed record Cli(int ExitCode, string Out, string Error)
{
    public static Cli Run(params string[] args) => Run(width: null, args);

    public static Cli Run(int? width, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings(output, error, new FixedTime()) { TerminalWidth = width, ColorAllowed = true };
        return new(CommandLine.Run(args, surroundings), output.ToString(), error.ToString());
    }

    private sealed class FixedTime : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    }
}
