using System.Diagnostics;
using CxRules.Mutation.Mutants;
using Xunit.Sdk;

namespace CxRules.Mutation.Hosting;

/// <summary>A process that runs all tests, then each by itself, without a mutant, and writes down which mutants it reaches.</summary>
internal static class CoverageHost
{
    public const string Verb = "cover";

    public static int Run(WorkFolder work)
    {
        var build = MutatedBuild.Load(work.Build);
        // From the start on: what is made ready while tests are looked for is never made ready again.
        build.BeginCapture();
        using var suite = TestSuite.Discover(build.Tests, StrykerConfig.Read().Filter);
        if (suite.FirstFailure(suite.Cases) is { } failure)
        {
            Console.Error.WriteLine($"{failure} fails without a mutant.");
            return 1;
        }

        var once = build.TakeReached().ToHashSet();
        var reached = suite.Cases.ToDictionary(test => test.UniqueID, test =>
        {
            suite.FirstFailure([test]);
            return build.TakeReached();
        });
        once.ExceptWith(reached.Values.SelectMany(mutants => mutants));
        build.EndCapture();
        new Coverage(
            suite.Cases.Where(test => reached[test.UniqueID].Length > 0).ToDictionary(test => test.UniqueID, test => new TestReach(MillisecondsOf(suite, test), reached[test.UniqueID])),
            [.. once.Order()]).Write(work.Coverage);
        return 0;
    }

    private static double MillisecondsOf(TestSuite suite, IXunitTestCase test)
    {
        var clock = Stopwatch.StartNew();
        suite.FirstFailure([test]);
        return clock.Elapsed.TotalMilliseconds;
    }
}
