using System.Collections.Immutable;

namespace CxRules.Language.Shapes;

/// <summary>Keys with values below them.</summary>
/// <param name="Owner">As messages say it, behind "is no key of": `an incident`.</param>
/// <param name="Subject">As messages say it, before "has no": `The incident`.</param>
internal sealed record MapShape(string Owner, string Subject, string Example, params ImmutableArray<Key> Keys) : Shape("keys with values below it", Example)
{
    public ImmutableArray<string> Names { get; } = [.. Keys.Select(key => key.Name)];

    /// <summary>It cannot be left empty.</summary>
    public bool IsNeeded { get; init; } = Keys.Any(key => key.IsRequired);

    /// <summary>The keys are read in capitals too.</summary>
    public bool IgnoresCase { get; init; }
}

/// <summary>Names of the user's own, with what is said about each.</summary>
internal abstract record NamesShape(string Kind, string Example) : Shape("keys with values below it", Example)
{
    public abstract Shape About { get; }

    /// <summary>Names that mean something by themselves, or are declared already, with a sentence for each.</summary>
    public ImmutableArray<Key> Known { get; init; } = [];

    /// <summary>It cannot be left empty.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>What a name looks like; null: as it pleases.</summary>
    public string? NamePattern { get; init; }

    /// <summary>No other names than the known ones.</summary>
    public bool IsClosed { get; init; }

    /// <summary>A bare list of names will do.</summary>
    public bool AllowsList { get; init; }
}

internal sealed record NamesShape<T>(string Kind, T Value, string Example) : NamesShape(Kind, Example)
    where T : Shape
{
    public override Shape About => Value;
}
