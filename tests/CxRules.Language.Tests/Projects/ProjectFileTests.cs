using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;

namespace CxRules.Language.Tests.Projects;

public sealed class ProjectFileTests
{
    /// <summary>Kind, a name of it and the source with the place of its declaration.</summary>
    public static TheoryData<DeclarationKind, string, string> Declarations => new()
    {
        { DeclarationKind.Field, "plan", "fields: { «plan»: category }" },
        { DeclarationKind.Disposition, "late-fee", "dispositions:\n  billing:\n  «\"Late Fee\"»: { below: billing }" },
        { DeclarationKind.Disposition, "late-fee", "dispositions: [billing, «Late Fee»]" },
        { DeclarationKind.Disposition, "old-fee", "dispositions: { billing: {}, «late-fee»: { was: [fee, old fee] } }" },
        { DeclarationKind.Disposition, "old-fee", "dispositions: { «late-fee»: { was: old fee } }" },
        { DeclarationKind.Touchpoint, "first-bill", "touchpoints: { «first-bill»: { owner: CX } }" },
        { DeclarationKind.Owner, "BILLING", "owners: { CX: {}, «Billing»: {} }" },
        { DeclarationKind.Calendar, "school terms", "calendars: { «school terms»: [2026-01-01] }" },
        { DeclarationKind.Exposure, "bills", "exposure: { «bills»: a.csv }" },
        { DeclarationKind.Sample, "meter", "samples: { «meter»: { file: a.csv } }" },
        { DeclarationKind.Webhook, "jira", "webhooks: { «jira»: { url: \"https://a.example\" } }" },
    };

    /// <summary>A path of keys and the source with its place.</summary>
    public static TheoryData<string, string> Keys => new()
    {
        { "late after", "«late after»: 15 min" },
        { "costs/0/acquisition", "currency: GBP\ncosts: [{ from: 2026-01-01, «acquisition»: 3 GBP }]" },
        { "costs/1", "currency: GBP\ncosts: [{ from: 2026-01-01 }, «{ from: 2026-02-01 }»]" },
        { "owners/Billing/via", "webhooks: { jira: { url: \"https://a.example\" } }\nowners: { Billing: { «via»: jira } }" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void DeclarationOf_DeclaredName_IsItsPlace(DeclarationKind kind, string name, string marked)
    {
        var (source, span) = Marked.Parse(marked);

        Assert.Equal(span, Read(source).DeclarationOf(kind, name));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void KeyAt_PathThatIsThere_IsItsPlace(string path, string marked)
    {
        var (source, span) = Marked.Parse(marked);

        Assert.Equal(span, Read(source).KeyAt(path.Split('/')));
    }

    [Theory]
    [InlineData("")]
    [InlineData("owners:")]
    [InlineData("owners: { CX: {} }")]
    [InlineData("owners: text")]
    [InlineData("- a")]
    public void Places_OfWhatIsNotThere_AreNone(string source)
    {
        var file = Read(source, errors: true);

        Assert.Null(file.DeclarationOf(DeclarationKind.Owner, "Billing"));
        Assert.Null(file.KeyAt("owners", "Billing", "via"));
        Assert.Null(file.KeyAt("costs", "7"));
    }

    private static ProjectFile Read(string source, bool errors = false)
    {
        var bag = new DiagnosticBag();
        var file = ProjectReader.Read(new("cxrules.yaml", source), bag);
        Assert.True(errors || !bag.HasErrors);
        return file;
    }
}
