using CxRules.Mutation.Running;

namespace CxRules.Mutation.Tests;

/// <summary>A host whose mutants may make every test fail that comes after them, or end its process.</summary>
internal sealed class FakeHost(int[] polluting, int[] lethal) : IMutantHost
{
    private bool _isPolluted;

    public List<int> Asked { get; } = [];

    public bool IsLost { get; private set; }

    public bool IsClean() => !_isPolluted;

    public Verdict Ask(int mutant)
    {
        Asked.Add(mutant);
        IsLost = lethal.Contains(mutant);
        var verdict = IsLost ? new(mutant, Outcome.Timeout) : new Verdict(mutant, _isPolluted ? Outcome.Killed : Outcome.Survived);
        _isPolluted |= polluting.Contains(mutant);
        return verdict;
    }

    public void Restart() => (_isPolluted, IsLost) = (false, false);
}
