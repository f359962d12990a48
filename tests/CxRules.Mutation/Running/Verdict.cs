using System.Globalization;

namespace CxRules.Mutation.Running;

/// <summary>What became of a mutant.</summary>
internal enum Outcome
{
    /// <summary>A test fails, or the process ends.</summary>
    Killed,

    /// <summary>The tests do not come to an end.</summary>
    Timeout,

    /// <summary>All tests that reach it pass.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    NoCoverage,
}

/// <param name="By">The test that fails, or how it ended; empty where nothing did.</param>
internal sealed record Verdict(int Mutant, Outcome Outcome, string By = "")
{
    /// <param name="answer">The outcome, and what it is by, parted by a space.</param>
    public static Verdict Of(int mutant, string answer) => answer.Split(' ', 2) is [var outcome, var by]
        ? new(mutant, Enum.Parse<Outcome>(outcome), by)
        : new(mutant, Enum.Parse<Outcome>(answer));

    public static Verdict Parse(string line) => line.Split(' ', 2) is [var mutant, var answer]
        ? Of(int.Parse(mutant, CultureInfo.InvariantCulture), answer)
        : throw new FormatException($"`{line}` is no verdict.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mutant} {Outcome} {By}").TrimEnd();
}
