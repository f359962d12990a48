using System.Text.RegularExpressions;
using CxRules.Language.Shapes;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>The keys of `owners`, `touchpoints` and `dispositions`.</summary>
internal static partial class TaxonomyKeys
{
    private const string AnEmail = @"[^@\s]+@[^@\s]+";

    public static readonly Key<TextShape> Email = new(
        "email",
        new("an email address", "billing@example.com") { Form = new(AnEmail, text => EmailForm().IsMatch(text)), Mistake = ProjectErrors.BadEmail },
        "Where the owner's cases are sent.");

    public static readonly Key<TextShape> Via = new(
        "via", new("the name of a webhook", "billing-jira") { IsReference = true }, "The webhook that delivers the owner's cases.");

    public static readonly NamesShape<MapShape> Owners = new(
        "owner", new("an owner", "The owner", "{ email: billing@example.com }", Email, Via), "{ Billing: { email: billing@example.com } }") { AllowsList = true };

    public static readonly TextShape OwnerName = new("the name of an owner", "Billing") { IsReference = true };

    public static readonly Key<TextShape> Journey = new("journey", new("a text", "join"), "The part of the customer's journey that it belongs to.");

    public static readonly Key<TextShape> TouchpointOwner = new("owner", OwnerName, "The department that can remove the causes of contacts here.");

    public static readonly NamesShape<MapShape> Touchpoints = new(
        "touchpoint", new("a touchpoint", "The touchpoint", "{ owner: Billing }", Journey, TouchpointOwner), "{ first-bill: { journey: join, owner: Billing } }") { AllowsList = true };

    public static readonly Key<TextShape> Title = new("title", new("a text", "Billing"), "How reports call it.");

    public static readonly Key<TextShape> Below = new(
        "below", new("the name of a disposition", "billing") { IsReference = true }, "The code above it: `disposition in billing` then means this one too.");

    public static readonly Key<ChoiceShape<Demand>> Kind = new("demand", new(
        "kind of demand",
        new("failure", Demand.Failure, "Something was not done, or not done right, for the customer."),
        new("value", Demand.Value, "The customer wants something that the firm is there for."),
        new("unclassified", Demand.Unclassified, "Nobody has decided yet.")),
        "Whether contacts with this code should be needed at all.") { Default = "unclassified" };

    public static readonly Key<TextShape> Touchpoint = new(
        "touchpoint", new("the name of a touchpoint", "first-bill") { IsReference = true }, "The step of the customer's journey that causes these contacts.");

    public static readonly Key<ListShape<TextShape>> Was = new(
        "was", new(new("earlier names", "bill-query"), "earlier names", "[bill-query]") { AllowsOne = true }, "Earlier names of the code: data that carries one is read as this.");

    public static readonly Key<ChoiceShape<bool>> Missing = new(
        "missing",
        new("yes or no", new("true", true), new("false", false), new("yes", true), new("no", false)),
        "The code says that nobody chose one: contacts with it have no disposition.") { Default = "false" };

    public static readonly ChoiceShape<bool> Open = new("setting", new Choice<bool>("open", true, "Any code is accepted."));

    public static readonly NamesShape<MapShape> DispositionMap = new(
        "disposition",
        new("a disposition", "The disposition", "{ title: Billing }", Title, Below, Kind, Touchpoint, Was, Missing),
        "{ billing-confusion: { title: Billing confusion } }") { AllowsList = true };

    public static readonly UnionShape Dispositions = new("`open`, or codes with what is said about them", DispositionMap.Example, Open, DispositionMap);

    [GeneratedRegex("^" + AnEmail + @"\z")]
    private static partial Regex EmailForm();
}
