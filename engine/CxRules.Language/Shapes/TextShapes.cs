using System.Collections.Immutable;
using CxRules.Language.Diagnostics;

namespace CxRules.Language.Shapes;

/// <summary>Any text that says something, or one of a form.</summary>
internal sealed record TextShape(string Expected, string Example) : Shape(Expected, Example)
{
    /// <summary>What the text has to look like; null: no matter what.</summary>
    public TextForm? Form { get; init; }

    /// <summary>What a text of another form is reported as, with the text; null: as a value of the wrong shape.</summary>
    public DiagnosticDescriptor? Mistake { get; init; }

    /// <summary>As it stands in the data: an empty one, or `null`, is a text too.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>It is no text of its own: it names something that is declared elsewhere.</summary>
    public bool IsReference { get; init; }
}

/// <param name="Pattern">A regular expression of ECMAScript, which is also one of .NET, for the whole text.</param>
/// <param name="Matches">The same, compiled.</param>
internal sealed record TextForm(string Pattern, Func<string, bool> Matches);

/// <summary>A sentence of the rule language.</summary>
internal sealed record SentenceShape(string Expected, string Example) : Shape(Expected, Example);

/// <param name="Doc">One sentence for the person who chooses; null: the name says it.</param>
internal readonly record struct Choice<T>(string Name, T Value, string? Doc = null);

/// <summary>One of a few words.</summary>
internal abstract record ChoiceShape(string Kind, string Example) : Shape($"a {Kind}", Example)
{
    public abstract ImmutableArray<(string Name, string? Doc)> Words { get; }
}

internal sealed record ChoiceShape<T>(string Kind, params ImmutableArray<Choice<T>> Choices) : ChoiceShape(Kind, Choices[0].Name)
    where T : struct
{
    public override ImmutableArray<(string Name, string? Doc)> Words => [.. Choices.Select(choice => (choice.Name, choice.Doc))];
}
