using System.Collections.Immutable;
using System.Globalization;

namespace CxRules.Benchmarks.EndToEnd;

/// <summary>What the verb `replay` was asked for.</summary>
/// <param name="Rows">Contacts of the history.</param>
/// <param name="Rules">Sizes of the routing rule sets, in rising order.</param>
/// <param name="Only">Part of the names of the sections to run; empty: all.</param>
/// <param name="Rounds">How often each program runs, besides a run that is not counted.</param>
/// <param name="Program">A program that is published already; null: it is published first.</param>
internal sealed record ReplaySettings(int Rows, ImmutableArray<int> Rules, string Only, int Rounds, string? Program)
{
    /// <summary>The targets hold for so many rows: below, the start of the program weighs too much.</summary>
    public const int JudgedRows = 10_000_000;

    /// <summary>With fewer, dispositions have days without contacts, and volumes are compared with noise.</summary>
    public const int LeastRows = 100_000;

    private const int DefaultRounds = 3;

    public bool IsJudged => Rows >= JudgedRows;

    /// <summary>Null, with a message, where a value cannot be used.</summary>
    public static ReplaySettings? Read(string[] args)
    {
        if (Number(args, "--rows", JudgedRows) is not { } rows || rows < LeastRows)
        {
            Console.Error.WriteLine($"--rows takes a number from {LeastRows} on.");
            return null;
        }

        if (Number(args, "--rounds", DefaultRounds) is not { } rounds || rounds < 1)
        {
            Console.Error.WriteLine("--rounds takes a number from 1 on.");
            return null;
        }

        var rules = (Arguments.Value(args, "--rules") ?? "10,100,1000").Split(',').Select(Parse).ToList();
        if (rules.Exists(count => count is null or < 1))
        {
            Console.Error.WriteLine("--rules takes numbers apart by commas: 10,100,1000.");
            return null;
        }

        if (Arguments.Value(args, "--program") is { } program && !File.Exists(program))
        {
            Console.Error.WriteLine($"There is no program {program}.");
            return null;
        }

        return new(rows, [.. rules.OfType<int>().Distinct().Order()], Arguments.Value(args, "--only") ?? "", rounds, Arguments.Value(args, "--program"));
    }

    private static int? Number(string[] args, string option, int otherwise) => Arguments.Value(args, option) is { } text ? Parse(text) : otherwise;

    private static int? Parse(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
