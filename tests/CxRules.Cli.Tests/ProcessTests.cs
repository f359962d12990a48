using System.Diagnostics;
using System.Text.Json;

namespace CxRules.Cli.Tests;

/// <summary>The program as a process of its own: streams, exit code, encoding, a reader that leaves early.</summary>
public sealed class ProcessTests
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "cxrules.dll");

    [Theory]
    [InlineData("--version", 0)]
    [InlineData("check /no/such/rules", 1)]
    public void Program_ReturnsItsExitCode(string line, int exitCode)
    {
        using var process = Start("dotnet", [s_program, .. line.Split(' ')]);
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(exitCode, process.ExitCode);
        Assert.Equal(exitCode == 0, output.StartsWith("cxrules 0.", StringComparison.Ordinal));
        Assert.Equal(exitCode != 0, error.StartsWith("cxrules: There is no file", StringComparison.Ordinal));
    }

    [Fact]
    public void ClosedPipe_IsNoFault()
    {
        using var scratch = new Scratch();
        foreach (var number in Enumerable.Range(0, 400))
        {
            scratch.Write($"bad-{number}.cxr", "if then\n");
        }

        using var process = Start("bash", ["-c", $"dotnet '{s_program}' check '{scratch.Root}' | head -n 1; exit ${{PIPESTATUS[0]}}"]);
        Assert.StartsWith("error[CXR", process.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal("", process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(3, process.ExitCode);
    }

    [Fact]
    public void Program_ChecksGzipFilesToTheirEnd()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(s_program, ".runtimeconfig.json")));
        var properties = settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");
        Assert.True(properties.GetProperty("System.IO.Compression.UseStrictValidation").GetBoolean());
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
        ?? throw new InvalidOperationException($"{program} does not start.");
}
