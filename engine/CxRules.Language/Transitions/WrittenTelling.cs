using CxRules.Language.Text;
using CxRules.Model.Cases;

namespace CxRules.Language.Transitions;

/// <summary>That people were told, as somebody wrote it down.</summary>
/// <param name="LocalAt">In the project's time zone; that of <paramref name="Telling"/> is the same, not yet turned into UTC.</param>
/// <param name="Text">The file, for what turns out later to be wrong.</param>
/// <param name="CasePlace">Where it names the case.</param>
public sealed record WrittenTelling(string Case, DateTime LocalAt, CaseTelling Telling, SourceText Text, TextSpan CasePlace);
