namespace CxRules.Cli;

/// <summary>What the program tells its caller (part of the command line's contract).</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Wrong use, unreadable file, tool failure.</summary>
    public const int Misuse = 1;

    /// <summary>Warnings, with `--fail-level warning`.</summary>
    public const int Warnings = 2;

    /// <summary>Errors in rules, failed tests, failed gate.</summary>
    public const int Errors = 3;
}
