using CxRules.Runtime.Cases;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>What a rule about cases and signals knows of one case.</summary>
internal sealed class WatchedCase(CaseState state)
{
    public CaseState State => state;

    /// <summary>Whether `if` held when it was last looked at.</summary>
    public Truth Last { get; set; }

    /// <summary>Evaluations at which `if` held.</summary>
    public RunSet Held { get; } = new();

    public ActiveSpans Active { get; } = new();
}
