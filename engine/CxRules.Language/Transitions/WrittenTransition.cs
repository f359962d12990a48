using CxRules.Language.Text;
using CxRules.Model.Cases;

namespace CxRules.Language.Transitions;

/// <summary>A step of a case as somebody wrote it down.</summary>
/// <param name="LocalAt">In the project's time zone; that of <paramref name="Step"/> is the same, not yet turned into UTC.</param>
/// <param name="Text">The file, for what turns out later to be wrong.</param>
/// <param name="CasePlace">Where it names the case.</param>
/// <param name="StatePlace">Where it names the state.</param>
public sealed record WrittenTransition(string Case, DateTime LocalAt, CaseTransition Step, SourceText Text, TextSpan CasePlace, TextSpan StatePlace);
