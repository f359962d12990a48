using System.Collections.Immutable;

namespace CxRules.Language.Reference;

/// <summary>What stands behind `then`.</summary>
internal static class ActionReference
{
    public static readonly ImmutableArray<ReferenceEntry> All =
    [
        new("route", "The contact, or the case, goes to those owners, who share its cost.", "route to Billing and Marketing", "route to owner of disposition"),
        new("escalate", "Brings it before somebody who does not come to own it by that.", "escalate to \"Chief Operating Officer\""),
        new("tag", "Puts a label on each contact: recover, coach, praise, or any word.", "tag contact with recover"),
        new("call", "A task to call the customer, with its deadline.", "call back within 4 hours"),
        new("notify", "Tells those who spoke up what became of it.", "notify customers and agents within 5 days"),
        new("emit", "Says to other rules that this one is active.", "emit signal outage-here"),
        new("suppress", "While this rule is active, the other opens no case; open ones go on.", "suppress late-bills"),
    ];

    /// <summary>Behind `route to …` and `escalate to …`.</summary>
    public static readonly ImmutableArray<ReferenceEntry> Options =
    [
        new("cost", "The owner sees what it cost.", "with cost estimate"),
        new("priority", "Low, medium, high or critical, for this owner.", "with priority high"),
        new("evidence", "So many ids of contacts to read; never their text.", "with evidence 20 contacts"),
        new("via", "Delivered by this webhook of the project.", "via billing-jira"),
        new("because", "What the owner should know; it is printed in the case.", "because \"the new layout hides the due date\""),
    ];
}
