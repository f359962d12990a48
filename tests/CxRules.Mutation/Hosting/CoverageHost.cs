using System.Diagnostics;
using CxRules.Mutation.Mutants;

namespace CxRules.Mutation.Hosting;

/// <summary>A process that runs each test by itself, without a mutant, and writes down which mutants it reaches.</summary>
internal static class CoverageHost
{
    public const string Verb = "cover";

    public static int Run(WorkFolder work)
    {
        var build = MutatedBuild.Load(work.Build);
        // From the start on: what is made ready while tests are looked for is never made ready again.
        build.Capture();
        using var suite = TestSuite.Discover(build.Tests, StrykerConfig.Read().Filter);
        var inStatic = build.TakeReached().InStatic.ToHashSet();
        var tests = new Dictionary<string, TestReach>();
        foreach (var test in suite.Cases)
        {
            var clock = Stopwatch.StartNew();
            if (suite.FirstFailure([test]) is { } failure)
            {
                Console.Error.WriteLine($"{failure} fails without a mutant.");
                return 1;
            }

            var milliseconds = clock.Elapsed.TotalMilliseconds;
            var (reached, reachedInStatic) = build.TakeReached();
            inStatic.UnionWith(reachedInStatic);
            if (reached.Length > 0)
            {
                tests[test.UniqueID] = new(milliseconds, reached);
            }
        }

        new Coverage(tests, [.. inStatic.Order()]).Write(work.Coverage);
        return 0;
    }
}
