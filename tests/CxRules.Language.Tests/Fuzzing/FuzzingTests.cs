using System.Diagnostics;
using Xunit.Abstractions;

namespace CxRules.Language.Tests.Fuzzing;

/// <summary>Texts nobody means, read in a process of their own: an overflow of the stack would end this one.</summary>
public sealed class FuzzingTests(ITestOutputHelper output)
{
    /// <summary>More where a release is made: the environment says so.</summary>
    private static string Inputs => Environment.GetEnvironmentVariable("CXRULES_FUZZ_INPUTS") ?? "2000";

    [Fact]
    public void Read_MutatedTexts_NeitherThrowsNorHangs() => AssertPasses("mutate", "1", Inputs, "0", Repository.PathOf("rules"), Repository.PathOf("tests/CxRules.Language.Tests"));

    [Fact]
    public void Read_HostileTextsOnASmallStack_TakesMemoryInStepWithTheirLength() => AssertPasses("hostile");

    private void AssertPasses(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CxRules.Fuzzing.dll"), .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        output.WriteLine(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
