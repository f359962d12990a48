using CxRules.Mutation.Mutants;
using CxRules.Mutation.Results;
using CxRules.Mutation.Running;

namespace CxRules.Mutation.Tests;

public sealed class ResultsTests
{
    private static readonly (Mutant, Verdict)[] Some =
    [
        (Of(1, "Windows/Slot.cs"), new(1, Outcome.Killed, "a test")),
        (Of(2, "Windows/Slot.cs"), new(2, Outcome.Timeout)),
        (Of(3, "Windows/Slot.cs"), new(3, Outcome.Survived)),
        (Of(4, "Baselines/Sums.cs"), new(4, Outcome.NoCoverage)),
        (Of(5, "Windows/Slot.cs"), new(5, Outcome.Survived)),
    ];

    [Fact]
    public void ScoreTable_OfVerdicts_CountsFoldersAndAll() => Assert.Equal<string>(
        [
            "| folder | mutants | killed | timeout | survived | no coverage | score |",
            "|---|---|---|---|---|---|---|",
            "| Baselines | 1 | 0 | 0 | 0 | 1 | 0.0 % |",
            "| Windows | 4 | 1 | 1 | 2 | 0 | 50.0 % |",
            "| all | 5 | 1 | 1 | 2 | 1 | 40.0 % |",
        ],
        ScoreTable.Lines(Some));

    /// <summary>Three are alike, and two of them were read: a line of survivors.tsv stands for one mutant.</summary>
    [Fact]
    public void Survivors_OfWhichSomeWereRead_NamesTheOthers()
    {
        var known = new KnownSurvivor("limit", "Windows/Slot.cs", "Equality mutation", "a < b", "a <= b");

        Assert.Equal(
            [
                "", "1 survivors that were read:", "limit\t1",
                "", "2 survivors that nobody has read (add them to survivors.tsv with the reason, or write a test):",
                "Baselines/Sums.cs:7\tEquality mutation\ta < b\ta <= b", "Windows/Slot.cs:7\tEquality mutation\ta < b\ta <= b",
            ],
            Survivors.Lines(Some, [known]));
        Assert.Equal(
            ["", "1 in survivors.tsv, though a test notices them:", known.ToString()],
            Survivors.Lines(Some[..2], [known]));
    }

    private static Mutant Of(int id, string file) => new(id, file, 7, "Equality mutation", "a < b", "a <= b");
}
