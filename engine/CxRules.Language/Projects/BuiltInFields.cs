using System.Collections.Frozen;

namespace CxRules.Language.Projects;

/// <summary>What the built-in fields of a contact hold, for people who fill them.</summary>
internal static class BuiltInFields
{
    private static readonly FrozenDictionary<string, string> Docs = new Dictionary<string, string>
    {
        ["id"] = "What tells the contact from all others of the source.",
        ["source"] = "The name of the system that it comes from.",
        ["version"] = "The number of the record's version: of two with one id, the higher counts.",
        ["revised at"] = "When the record was last changed: of two with one id, the later counts.",
        ["occurred at"] = "When the contact began.",
        ["ended at"] = "When it was over.",
        ["channel"] = "How the customer came: phone, chat, email, web, app …",
        ["direction"] = "inbound or outbound.",
        ["disposition"] = "The reason code that the agent chose.",
        ["sub-disposition"] = "A finer reason code below it.",
        ["topic"] = "What it was about, where something other than an agent says so.",
        ["demand"] = "failure, value or unclassified; usually the project file says it of the disposition.",
        ["touchpoint"] = "The step of the customer's journey; usually the project file says it of the disposition.",
        ["product"] = "The product or service it was about.",
        ["region"] = "Where the customer or the event is.",
        ["segment"] = "The kind of customer: private, business …",
        ["queue"] = "The queue or team that took it.",
        ["agent"] = "Who handled it.",
        ["owner hint"] = "The department that the source already names.",
        ["customer"] = "Who the customer is, as a key and not as a name.",
        ["thread"] = "What the contact belongs to: a conversation, a ticket.",
        ["kind"] = "contact, idea, feedback or sample.",
        ["handle time"] = "How long an agent was busy with it.",
        ["wait time"] = "How long the customer waited.",
        ["transfers"] = "How often it was handed on.",
        ["abandoned"] = "Whether the customer gave up waiting.",
        ["reopens"] = "How often it was opened again.",
        ["csat"] = "How satisfied the customer was, on the source's scale.",
        ["rating"] = "The customer's rating.",
        ["outcome"] = "What came of it.",
        ["cancelled"] = "Whether the customer left.",
        ["cancelled at"] = "When the customer left.",
        ["cancellation reason"] = "Why the customer left.",
        ["escalated"] = "Whether it went further than the contact center.",
        ["escalation"] = "Where it went: supervisor, regulator, small-claim …",
        ["cause"] = "skill, operations or unknown: who could have avoided it.",
        ["tag"] = "Labels, as many as there are.",
        ["arrived at"] = "When the contact center's log received the row. With it the file is a log: its rows stand in the order of their arrival, and can be late. Rules cannot name it.",
        ["partition"] = "The part of the log that the row came through: each part is late by itself. Rules cannot name it.",
        ["erased"] = "Whether the contact was erased: then no row of it counts. Rules cannot name it.",
        ["text"] = "What was said or written; never stored in cases, never logged.",
    }.ToFrozenDictionary();

    public static string About(string field) => Docs[field];
}
