using System.Globalization;
using CxRules.Mutation.Mutants;
using CxRules.Mutation.Running;
using Xunit.Sdk;

namespace CxRules.Mutation.Hosting;

/// <summary>
/// A process that stays warm: it is asked for one mutant after another, a line each with the milliseconds that it may take, and answers with a line each.
/// </summary>
internal sealed class MutantHost
{
    public const string Verb = "host";

    /// <summary>Asks for the tests as they are, without a mutant.</summary>
    public const string Clean = "clean";

    // A run of xunit has a price of its own, and stops at the first test that fails.
    private const int Together = 60;

    private readonly MutatedBuild _build;
    private readonly TestSuite _suite;
    private readonly List<IXunitTestCase> _all;
    private readonly HashSet<int> _once;
    private readonly Dictionary<int, List<IXunitTestCase>> _byMutant = [];

    private MutantHost(MutatedBuild build, TestSuite suite, Coverage coverage)
    {
        (_build, _suite) = (build, suite);
        _once = [.. coverage.Once];
        _all = [.. suite.Cases.Where(test => coverage.Tests.ContainsKey(test.UniqueID)).OrderBy(test => coverage.Tests[test.UniqueID].Milliseconds)];
        foreach (var test in _all)
        {
            foreach (var mutant in coverage.Tests[test.UniqueID].Mutants)
            {
                if (!_byMutant.TryGetValue(mutant, out var tests))
                {
                    _byMutant[mutant] = tests = [];
                }

                tests.Add(test);
            }
        }
    }

    /// <param name="mutant">Active from the start on; -1 for none.</param>
    public static int Run(WorkFolder work, string mutant)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(TextWriter.Null);
        var build = MutatedBuild.Load(work.Build);
        build.Activate(Number(mutant));
        using var suite = TestSuite.Discover(build.Tests, StrykerConfig.Read().Filter);
        var host = new MutantHost(build, suite, Coverage.Read(work.Coverage));
        while (Console.ReadLine() is { } question)
        {
            output.WriteLine(question.Split(' ') is [var asked, var milliseconds]
                ? host.AnswerFor(Number(asked), TimeSpan.FromMilliseconds(Number(milliseconds)))
                : host.AnswerClean());
        }

        return 0;
    }

    private string AnswerClean() => _suite.FirstFailure(_all) ?? Clean;

    private string AnswerFor(int mutant, TimeSpan most)
    {
        var tests = _once.Contains(mutant) ? _all : _byMutant.GetValueOrDefault(mutant);
        if (tests is null)
        {
            return $"{Outcome.NoCoverage}";
        }

        _build.Activate(mutant);
        using var allowance = new Allowance(most, () =>
        {
            // A loop that the mutant keeps from its end comes to it without the mutant.
            _build.Activate(MutatedBuild.NoMutant);
            _suite.Stop();
        });
        var killer = tests.Chunk(Together).TakeWhile(_ => !allowance.IsSpent).Select(_suite.FirstFailure).FirstOrDefault(failure => failure is not null);
        _build.Activate(MutatedBuild.NoMutant);
        return allowance.IsSpent ? $"{Outcome.Timeout}"
            : killer is null ? $"{Outcome.Survived}"
            : $"{Outcome.Killed} {killer.ReplaceLineEndings(" ")}";
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
