using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CxRules.Benchmarks;

/// <summary>The programs that are measured, published into the scratch folder.</summary>
internal static class Builds
{
    /// <summary>`cxrules` as it is published: ReadyToRun, with the framework.</summary>
    public static string Cxrules(string root, string scratch) => Publish(Path.Combine(root, "engine", "CxRules.Cli"), Path.Combine(scratch, "program"), "cxrules");

    /// <summary>A program that returns 0: what every .NET program pays.</summary>
    public static string Empty(string scratch)
    {
        var folder = Path.Combine(scratch, "empty");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "return 0;\n");
        File.WriteAllText(Path.Combine(folder, "empty.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <InvariantGlobalization>true</InvariantGlobalization>
                <SelfContained>false</SelfContained>
              </PropertyGroup>
            </Project>
            """);
        return Publish(folder, Path.Combine(folder, "out"), "empty");
    }

    private static string Publish(string project, string folder, string name)
    {
        string[] arguments = ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "-nologo", "-v", "quiet"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)) ?? throw new InvalidOperationException("dotnet does not start.");
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(folder, name) : throw new InvalidOperationException($"{name} cannot be published.");
    }
}
