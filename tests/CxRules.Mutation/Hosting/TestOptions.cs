using Xunit.Abstractions;

namespace CxRules.Mutation.Hosting;

/// <summary>xunit's options, by their names.</summary>
internal sealed class TestOptions : Dictionary<string, bool?>, ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
{
    public TValue GetValue<TValue>(string name) => TryGetValue(name, out var value) && value is TValue typed ? typed : default!;

    public void SetValue<TValue>(string name, TValue value) => this[name] = value as bool?;
}
