using System.CommandLine;

namespace CxRules.Cli;

/// <summary>`--no-color`, of every command that shows diagnostics.</summary>
internal sealed class NoColorOption : Option<bool>
{
    public NoColorOption()
        : base("--no-color") => Description = "No colours, on a terminal either (so does NO_COLOR)";
}
