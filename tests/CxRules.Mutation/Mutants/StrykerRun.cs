using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CxRules.Mutation.Mutants;

/// <summary>
/// Has Stryker mutate and compile the engine. As no test of the run reaches a mutant, Stryker (5.1.0) has none to ask for, writes its report and leaves the
/// mutated engine where it built it.
/// </summary>
internal static class StrykerRun
{
    private const string Tool = "dotnet-stryker";
    private const string Engine = "CxRules.Runtime.dll";

    private static readonly string Output = Path.Combine(StrykerConfig.Project, "bin", "Debug", "net10.0");

    /// <summary>What went wrong, and the remedy; null where the mutants are made.</summary>
    public static string? Make(StrykerConfig config, WorkFolder work)
    {
        if (Find(Tool) is not { } program)
        {
            return $"{Tool} is not installed: `dotnet tool install -g {Tool} --version 5.1.0`; its folder (~/.dotnet/tools) belongs on the PATH.";
        }

        config.WriteToMakeMutants(work.Settings);
        var exitCode = Start(program, work);
        var mutated = Path.Combine(Output, Engine);
        var isMade = exitCode == 0 && HasMutants(mutated);
        if (isMade)
        {
            CopyFolder(Output, work.Build);
            File.Copy(Path.Combine(work.Output, "reports", "mutation-report.json"), work.Mutants);
        }

        PutBack(mutated);
        return isMade ? null : $"{Tool} made no mutated build (exit code {exitCode}); it wrote {work.Log}.";
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Append(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools"))
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);

    private static int Start(string program, WorkFolder work)
    {
        var start = new ProcessStartInfo(program, ["--config-file", work.Settings, "--output", work.Output, "--skip-version-check"])
        {
            WorkingDirectory = StrykerConfig.Project,
            RedirectStandardOutput = true,
            Environment = { ["Mutating"] = "yes" },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        File.WriteAllText(work.Log, process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return process.ExitCode;
    }

    private static bool HasMutants(string assembly)
    {
        if (!File.Exists(assembly))
        {
            return false;
        }

        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        return metadata.TypeDefinitions.Any(type => metadata.StringComparer.Equals(metadata.GetTypeDefinition(type).Name, "MutantControl"));
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? to);
            File.Copy(file, copy);
        }
    }

    // Otherwise the next run of the tests would have the mutated engine.
    private static void PutBack(string mutated)
    {
        var kept = mutated + ".stryker-unchanged";
        if (File.Exists(kept))
        {
            File.Move(kept, mutated, overwrite: true);
        }
    }
}
