using System.Text.RegularExpressions;
using CxRules.Language.Shapes;

namespace CxRules.Language.Projects;

/// <summary>The keys of `exposure`, `samples` and `webhooks`.</summary>
internal static partial class DeclarationKeys
{
    private const string AnAddress = @"https://(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:[/?#][^\s]*)?";
    private const string AVariable = @"env +[A-Za-z_][A-Za-z0-9_]*";

    public static readonly NamesShape<TextShape> Exposures = new("exposure", new("the path of a CSV file", "exposure/bills.csv"), "{ bills: exposure/bills.csv }");

    public static readonly Key<TextShape> File = new(
        "file", new("the path of a CSV file", "samples/meter.csv"), "The tally sheet, as a CSV file in the folder of the rule set.") { IsRequired = true };

    public static readonly Key<DateShape> Until = new("until", new("2026-03-31"), "The last day on which agents keep the tally.");

    public static readonly NamesShape<MapShape> Samples = new(
        "sample", new("a sample", "The sample", "{ file: samples/meter.csv, until: 2026-03-31 }", File, Until), "{ meter-confusion: { file: samples/meter.csv, until: 2026-03-31 } }");

    public static readonly Key<TextShape> Url = new(
        "url",
        new("a web address", "\"https://jira.example.com/hook\"") { Form = new(AnAddress, text => Address().IsMatch(text)), Mistake = ProjectErrors.BadUrl },
        "Where cases are posted to; always `https`.") { IsRequired = true };

    public static readonly Key<TextShape> Secret = new(
        "secret",
        new("the name of an environment variable", "env BILLING_HOOK_SECRET") { Form = new(AVariable, text => Variable().IsMatch(text)), Mistake = ProjectErrors.LiteralSecret },
        "The environment variable with the key that signs what is posted; the key itself never stands in a file.");

    public static readonly NamesShape<MapShape> Webhooks = new(
        "webhook",
        new("a webhook", "The webhook", "{ url: \"https://jira.example.com/hook\", secret: env BILLING_HOOK_SECRET }", Url, Secret),
        "{ billing-jira: { url: \"https://jira.example.com/hook\" } }");

    [GeneratedRegex("^" + AnAddress + @"\z")]
    private static partial Regex Address();

    [GeneratedRegex("^" + AVariable + @"\z")]
    private static partial Regex Variable();
}
