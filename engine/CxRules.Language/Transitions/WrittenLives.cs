using System.Collections.Immutable;

namespace CxRules.Language.Transitions;

/// <summary>What a file says became of cases.</summary>
/// <param name="Steps">That people took, in the order of the file.</param>
/// <param name="Tellings">Who was told, in that order.</param>
public sealed record WrittenLives(ImmutableArray<WrittenTransition> Steps, ImmutableArray<WrittenTelling> Tellings);
