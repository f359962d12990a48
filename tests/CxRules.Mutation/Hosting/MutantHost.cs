using System.Globalization;
using CxRules.Mutation.Mutants;
using CxRules.Mutation.Running;
using Xunit.Sdk;

namespace CxRules.Mutation.Hosting;

/// <summary>A process that stays warm: it is asked for one mutant after another, a line each, and answers with a line each.</summary>
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
    private readonly HashSet<int> _inStatic;
    private readonly Dictionary<int, List<IXunitTestCase>> _byMutant = [];

    private MutantHost(MutatedBuild build, TestSuite suite, Coverage coverage)
    {
        (_build, _suite) = (build, suite);
        _inStatic = [.. coverage.InStatic];
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
            output.WriteLine(question == Clean ? host.AnswerClean() : host.AnswerFor(Number(question)));
        }

        return 0;
    }

    private string AnswerClean() => _suite.FirstFailure(_all) ?? Clean;

    private string AnswerFor(int mutant)
    {
        var tests = _inStatic.Contains(mutant) ? _all : _byMutant.GetValueOrDefault(mutant);
        if (tests is null)
        {
            return $"{Outcome.NoCoverage}";
        }

        _build.Activate(mutant);
        var killer = tests.Chunk(Together).Select(_suite.FirstFailure).FirstOrDefault(failure => failure is not null);
        _build.Activate(MutatedBuild.NoMutant);
        return killer is null ? $"{Outcome.Survived}" : $"{Outcome.Killed} {killer.ReplaceLineEndings(" ")}";
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
