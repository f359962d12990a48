using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Symbols;

/// <summary>What is known of a symbol, for those who show it.</summary>
public abstract record SymbolDetails(Symbol Symbol);

/// <param name="Dimension">What its numbers count; null where it holds none.</param>
/// <param name="IsBuiltIn">Every contact can carry it; else the project file declares it.</param>
public sealed record FieldDetails(Symbol Symbol, FieldKind Kind, Dimension? Dimension, bool IsBuiltIn) : SymbolDetails(Symbol);

/// <param name="Disposition">What the project file says of it; null for a code of another field.</param>
public sealed record CodeDetails(Symbol Symbol, Disposition? Disposition) : SymbolDetails(Symbol);

public sealed record OwnerDetails(Symbol Symbol, Owner Owner) : SymbolDetails(Symbol);

public sealed record TouchpointDetails(Symbol Symbol, Touchpoint Touchpoint) : SymbolDetails(Symbol);

public sealed record CalendarDetails(Symbol Symbol, Calendar Calendar) : SymbolDetails(Symbol);

public sealed record ExposureDetails(Symbol Symbol, Exposure Exposure) : SymbolDetails(Symbol);

public sealed record SampleDetails(Symbol Symbol, Sample Sample) : SymbolDetails(Symbol);

public sealed record WebhookDetails(Symbol Symbol, Webhook Webhook) : SymbolDetails(Symbol);

/// <param name="Title">What follows the id in quotes.</param>
/// <param name="Rule">Null where the rule has an error, and for a table of rules.</param>
public sealed record RuleDetails(Symbol Symbol, string? Title, BoundRule? Rule) : SymbolDetails(Symbol);

/// <param name="Meaning">The condition or the list, as its author wrote it.</param>
public sealed record DefinitionDetails(Symbol Symbol, string Meaning) : SymbolDetails(Symbol);

/// <param name="Written">With its window, as its author wrote it.</param>
/// <param name="Dimension">What it counts; null where that is not known.</param>
/// <param name="Currency">ISO 4217, for money; null where the project names none.</param>
/// <param name="Baseline">How its expected value is learned, unless the rule says otherwise.</param>
public sealed record MeasureDetails(Symbol Symbol, string Written, Dimension? Dimension, string? Currency, BaselineSettings Baseline) : SymbolDetails(Symbol);

/// <param name="Currency">ISO 4217, for money.</param>
public sealed record UnitDetails(Symbol Symbol, Dimension Dimension, string? Currency) : SymbolDetails(Symbol);
