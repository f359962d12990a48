using System.Collections.Immutable;
using CxRules.Model.Sources;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli;

/// <summary>Rules that run and the history they run over; or, once the user has been told why not, the exit code.</summary>
internal sealed record OpenedHistory(CompiledRuleSet? Compiled, ContactSource? Source, ImmutableArray<string> Files, int ExitCode)
{
    public static OpenedHistory Failed(int exitCode) => new(null, null, [], exitCode);
}
