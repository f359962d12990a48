using System.Collections.Immutable;

namespace CxRules.Model.Contacts;

/// <summary>What a record of a history can be, as the field `kind` says it. Only contacts are counted where a condition does not ask for a kind.</summary>
public static class RecordKind
{
    /// <summary>Also a record that does not say what it is.</summary>
    public const string Contact = "contact";

    /// <summary>What somebody at the front line would change.</summary>
    public const string Idea = "idea";

    /// <summary>A survey's answer, a quality review, what an agent noted.</summary>
    public const string Feedback = "feedback";

    /// <summary>A contact that was picked and looked at closely.</summary>
    public const string Sample = "sample";

    public static ImmutableArray<string> All { get; } = [Contact, Idea, Feedback, Sample];
}
