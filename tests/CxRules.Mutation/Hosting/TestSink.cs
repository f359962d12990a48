using Xunit.Abstractions;

namespace CxRules.Mutation.Hosting;

/// <summary>Hears from xunit which tests there are, and how they end.</summary>
internal sealed class TestSink : IMessageSink
{
    public List<ITestCase> Cases { get; } = [];

    public string? FirstFailure { get; private set; }

    public ManualResetEventSlim Finished { get; } = new();

    /// <summary>No further test is wanted.</summary>
    public bool IsStopped { get; set; }

    /// <summary>False stops the run.</summary>
    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage discovery:
                Cases.Add(discovery.TestCase);
                break;
            case IFailureInformation:
                FirstFailure ??= message is ITestMessage test ? test.Test.DisplayName : message.GetType().Name;
                break;
            case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                Finished.Set();
                break;
        }

        return FirstFailure is null && !IsStopped;
    }
}
