namespace CxRules.Language.Shapes;

/// <summary>A key of a map.</summary>
/// <param name="Doc">One sentence for the person who writes the file.</param>
internal abstract record Key(string Name, string Doc)
{
    public abstract Shape Value { get; }

    public bool IsRequired { get; init; }

    /// <summary>What holds where the key is absent, as a user would write it; null: nothing does.</summary>
    public string? Default { get; init; }
}

/// <param name="Shape">What stands behind the key.</param>
internal sealed record Key<T>(string Name, T Shape, string Doc) : Key(Name, Doc)
    where T : Shape
{
    public override Shape Value => Shape;
}
