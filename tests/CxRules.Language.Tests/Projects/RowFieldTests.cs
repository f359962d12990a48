using CxRules.Model.Contacts;

namespace CxRules.Language.Tests.Projects;

/// <summary>What a source says of its rows is no field of a contact: no rule can name it.</summary>
public sealed class RowFieldTests
{
    [Theory]
    [InlineData("if partition = north then route to Billing")]
    [InlineData("if erased then route to Billing")]
    [InlineData("if has arrived at then route to Billing")]
    [InlineData("if daily volume > 5 per partition then route to Billing")]
    public void Rule_ThatNamesARowsField_IsAnError(string sentence)
    {
        var compilation = RuleCompilation.Create(new([new("some-rule.cxr", sentence)], null, []), new(2026, 6, 1));

        Assert.NotEmpty(compilation.Diagnostics.Where(found => found.Severity == Language.Diagnostics.DiagnosticSeverity.Error));
    }

    [Fact]
    public void RowFields_AreThoseTheDoorAsksFor() =>
        Assert.Equal(["arrived at", "partition", "erased"], ContactSchema.Default.Fields.Where(field => field.IsOfRow).Select(field => field.Name));
}
