using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Testing.Surveys;

/// <summary>The fields that reports read beside those of the rules.</summary>
internal sealed class SurveyFields
{
    public SurveyFields(ContactSchema schema, ContactSource source)
    {
        Cause = Required(schema, "cause");
        Escalated = Required(schema, "escalated");
        Kind = Required(schema, "kind");
        var rating = Required(schema, "rating");
        var csat = Required(schema, "csat");

        // `bottom-2 rate` is of `rating`; a history that has none may have `csat`.
        Rating = source.Fields.Any(mapped => mapped.Field == csat) && source.Fields.All(mapped => mapped.Field != rating) ? csat : rating;
        All = [schema.Disposition, schema.Touchpoint, schema.Demand, schema.Customer, schema.HandleTime, schema.Escalation, Cause, Escalated, Kind, Rating];
    }

    public ContactField Cause { get; }

    public ContactField Escalated { get; }

    public ContactField Kind { get; }

    public ContactField Rating { get; }

    public ImmutableArray<ContactField> All { get; }

    private static ContactField Required(ContactSchema schema, string name) => schema.Find(name) ?? throw new InvalidOperationException($"The schema has no {name}.");
}
