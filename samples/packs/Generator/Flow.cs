using System.Collections.Immutable;

namespace CxRules.Samples.Packs;

/// <summary>Contacts that come alike: an ordinary reason, or something planted.</summary>
/// <param name="Name">What brings them.</param>
/// <param name="Text">
/// What their rows say, as `column=value; column=value`. Of `phone|chat` each contact takes the next; `~300` is drawn around a median of 300.
/// </param>
internal sealed record Flow(string Name, string Text, Days Days)
{
    /// <summary>The hours of the day in which they come, from the first on and before the last.</summary>
    public (int From, int To) Hours { get; init; } = (8, 20);

    /// <summary>The rule that has to find it, or what must not happen; empty for ordinary contacts.</summary>
    public string Finds { get; init; } = "";

    /// <summary>What the same customer does later.</summary>
    public ImmutableArray<Sequel> Then { get; init; } = [];
}

/// <summary>A later contact of the same customer.</summary>
/// <param name="After">By the clock on the wall.</param>
/// <param name="Text">What differs from the first contact's row.</param>
/// <param name="Every">Every so many of the first contacts have it.</param>
internal sealed record Sequel(TimeSpan After, string Text, int Every = 1);
