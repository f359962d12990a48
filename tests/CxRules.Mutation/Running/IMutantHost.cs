namespace CxRules.Mutation.Running;

/// <summary>Tells what becomes of mutants; what it goes through may leave traces in it.</summary>
internal interface IMutantHost
{
    /// <summary>Whether the last question cost it its life.</summary>
    bool IsLost { get; }

    /// <summary>Whether all tests pass without a mutant, after all that it went through.</summary>
    bool IsClean();

    Verdict Ask(int mutant);

    /// <summary>Makes it as new.</summary>
    void Restart();
}
