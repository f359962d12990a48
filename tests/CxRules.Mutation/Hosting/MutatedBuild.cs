using System.Reflection;
using System.Runtime.Loader;

namespace CxRules.Mutation.Hosting;

/// <summary>The mutated engine and its tests, loaded into this process.</summary>
internal sealed class MutatedBuild
{
    /// <summary>The engine as it is.</summary>
    public const int NoMutant = -1;

    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    // A class that Stryker adds to what it mutates; its namespace is another in each build.
    private readonly Type _control;

    private MutatedBuild(Type control, Assembly tests)
    {
        _control = control;
        Tests = tests;
    }

    public Assembly Tests { get; }

    public static MutatedBuild Load(string folder)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        Environment.CurrentDirectory = folder;
        var engine = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folder, "CxRules.Runtime.dll"));
        var tests = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folder, "CxRules.Runtime.Tests.dll"));
        return new(engine.GetTypes().Single(type => type.Name == "MutantControl"), tests);
    }

    public void Activate(int mutant) => Field("ActiveMutant").SetValue(null, mutant);

    public void BeginCapture() => Field("CaptureCoverage").SetValue(null, true);

    public void EndCapture() => Field("CaptureCoverage").SetValue(null, false);

    /// <summary>The mutants reached since this was last asked.</summary>
    public int[] TakeReached()
    {
        var lists = (IList<int>[]?)_control.GetMethod("GetCoverageData", Static)?.Invoke(null, null) ?? throw Unknown("GetCoverageData");
        return [.. lists.SelectMany(list => list).Distinct()];
    }

    private FieldInfo Field(string name) => _control.GetField(name, Static) ?? throw Unknown(name);

    private static InvalidOperationException Unknown(string name) => new($"This Stryker's MutantControl has no {name}; 5.1.0 has.");
}
