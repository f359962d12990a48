using System.Collections.Immutable;

namespace CxRules.Language.Reference;

/// <summary>A word of the language, for people who look it up.</summary>
/// <param name="Word">As the grammar's own table has it: the tables are held against each other.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Written">How it is written in a sentence, with examples of what stands around it.</param>
internal sealed record ReferenceEntry(string Word, string Meaning, params ImmutableArray<string> Written);
