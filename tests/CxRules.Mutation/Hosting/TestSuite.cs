using System.Collections.Immutable;
using System.Reflection;
using CxRules.Mutation.Mutants;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CxRules.Mutation.Hosting;

/// <summary>The tests of an assembly, to be run in this process.</summary>
internal sealed class TestSuite : IDisposable
{
    private readonly ITestFrameworkExecutor _executor;
    private TestSink _running = new();

    private TestSuite(ITestFrameworkExecutor executor, ImmutableArray<IXunitTestCase> cases)
    {
        _executor = executor;
        Cases = cases;
    }

    /// <summary>One for each row of a theory.</summary>
    public ImmutableArray<IXunitTestCase> Cases { get; }

    public static TestSuite Discover(Assembly tests, TestFilter filter)
    {
        var framework = new XunitTestFramework(new TestSink());
        var found = new TestSink();
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(tests));
        discoverer.Find(includeSourceInformation: false, found, new TestOptions { ["xunit.discovery.PreEnumerateTheories"] = true });
        found.Finished.Wait();
        return new(
            framework.GetExecutor(tests.GetName()),
            [.. found.Cases.OfType<IXunitTestCase>().Where(test => filter.Takes(NameOf(test))).OrderBy(test => test.UniqueID, StringComparer.Ordinal)]);
    }

    /// <summary>The first test that fails, after which no more are run; null where all pass.</summary>
    public string? FirstFailure(IEnumerable<IXunitTestCase> cases)
    {
        var sink = _running = new();
        _executor.RunTests(cases, sink, new TestOptions
        {
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.StopOnFail"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
        });
        sink.Finished.Wait();
        return sink.FirstFailure;
    }

    /// <summary>After the test that runs no other is begun.</summary>
    public void Stop() => _running.IsStopped = true;

    public void Dispose() => _executor.Dispose();

    private static string NameOf(IXunitTestCase test) => $"{test.TestMethod.TestClass.Class.Name}.{test.TestMethod.Method.Name}";
}
