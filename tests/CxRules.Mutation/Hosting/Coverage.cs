using System.Text.Json;

namespace CxRules.Mutation.Hosting;

/// <summary>What a test reaches, and how long it takes without a mutant, warm.</summary>
internal sealed record TestReach(double Milliseconds, int[] Mutants);

/// <summary>Which tests reach which mutants.</summary>
/// <param name="Tests">By the unique id of the test; those that reach none are left out.</param>
/// <param name="Once">Reached once in a process and never again: while a type is made ready, or a table is filled.</param>
internal sealed record Coverage(Dictionary<string, TestReach> Tests, int[] Once)
{
    public static Coverage Read(string file) =>
        JsonSerializer.Deserialize<Coverage>(File.ReadAllText(file)) ?? throw new FormatException($"{file} is empty.");

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this));

    /// <summary>How long the tests of each mutant take together, without one.</summary>
    public Dictionary<int, double> MillisecondsByMutant()
    {
        var all = Tests.Values.Sum(test => test.Milliseconds);
        var sums = Once.ToDictionary(mutant => mutant, _ => all);
        foreach (var (milliseconds, mutants) in Tests.Values)
        {
            foreach (var mutant in mutants.Where(mutant => !Once.Contains(mutant)))
            {
                sums[mutant] = sums.GetValueOrDefault(mutant) + milliseconds;
            }
        }

        return sums;
    }
}
