using System.Collections.Immutable;

namespace CxRules.Testing.Surveys;

/// <summary>Whether contacts come from how an agent worked or from how the firm works, and where each goes.</summary>
/// <param name="Lines">`skill`, `operations`, `unknown`, whatever else the history says, and those that do not say; each contact in one.</param>
/// <param name="Operations">The contacts of `operations` by owner, the most first.</param>
/// <param name="Priors">What the trade expects. They stand beside the figures and route nothing.</param>
public sealed record CauseReport(ImmutableArray<CauseLine> Lines, ImmutableArray<DriverLine> Operations, ImmutableArray<CausePrior> Priors);

/// <param name="Cause">The contact's `cause`; `(none)` where it does not say.</param>
/// <param name="Share">In per cent of all contacts.</param>
/// <param name="Cost">Null where the project has no costs.</param>
/// <param name="Dissatisfied">Ratings of 1 and 2; null where the ratings are on another scale.</param>
/// <param name="Escalated">Contacts that are escalated.</param>
public sealed record CauseLine(string Cause, CauseCourse Course, long Contacts, decimal Share, KnownCost? Cost, long? Dissatisfied, long Escalated);

/// <summary>What is done about a cause.</summary>
public enum CauseCourse
{
    /// <summary>The agent is coached.</summary>
    Coaching,

    /// <summary>The department that owns the touchpoint removes it.</summary>
    Owner,

    /// <summary>Somebody looks at the contact and says.</summary>
    Review,
}

/// <summary>A rule of thumb of the trade, beside what this history shows. <paramref name="Low"/> and <paramref name="High"/> were measured nowhere in it.</summary>
/// <param name="Of">`dissatisfaction` or `executive escalations`.</param>
/// <param name="Party">Who is to blame, as the rule of thumb names them.</param>
/// <param name="Low">Per cent.</param>
/// <param name="High">Per cent; null: and more.</param>
/// <param name="Cause">The codes of `cause` that say the same; null: none does, so the history cannot show it.</param>
/// <param name="Here">What this history shows, in per cent of its dissatisfied (escalated) contacts whose cause is skill or operations; null where it shows nothing.</param>
/// <param name="Contacts">How many contacts that is a share of.</param>
public sealed record CausePrior(string Of, string Party, decimal Low, decimal? High, string? Cause, decimal? Here, long Contacts);
