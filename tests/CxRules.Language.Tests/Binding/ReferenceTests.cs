using CxRules.Language.Symbols;

namespace CxRules.Language.Tests.Binding;

public sealed class ReferenceTests
{
    [Fact]
    public void References_NameWhatEachWordStandsFor()
    {
        const string Text = """
            define spoken as channel = phone
            rule a
              if spoken and disposition = bill-query and weekly volume per 100 bills > 5
              then route to Billing via billing-jira
              then emit signal late
            rule b
              if signal late is active and case a is open
              then escalate to Marketing
            """;
        var compilation = Compiled.File(Text);
        var shown = compilation.References.Select(reference => $"{reference.Symbol.Kind} {reference.Text[reference.Span]}={reference.Symbol.Name}{(reference.IsDeclaration ? "!" : "")}").ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "Definition spoken=spoken!", "Definition spoken=spoken", "Field channel=channel", "Code phone=phone", "Code bill-query=billing-confusion", "Exposure bills=bills",
                "Owner Billing=Billing", "Webhook billing-jira=billing-jira", "Signal late=late!", "Signal late=late", "Rule a=a!", "Rule a=a", "Owner Marketing=Marketing",
            },
            shown);
        Assert.All(compilation.References.Where(reference => reference.Symbol.Kind is SymbolKind.Rule or SymbolKind.Signal or SymbolKind.Definition), reference => Assert.NotNull(reference.Symbol.Declared));
    }
}
