using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Symbols;

/// <summary>What holds for every rule set of this repository.</summary>
public sealed class SemanticInvariantTests
{
    private static readonly SymbolKind[] Renamed =
        [SymbolKind.Rule, SymbolKind.Definition, SymbolKind.Signal, SymbolKind.Code, SymbolKind.Owner, SymbolKind.Field, SymbolKind.Touchpoint, SymbolKind.Calendar, SymbolKind.Exposure, SymbolKind.Sample, SymbolKind.Webhook, SymbolKind.Column];

    [Fact]
    public void References_OfEverySymbol_IncludeItsDeclaration()
    {
        foreach (var (name, texts) in SemanticPacks.All())
        {
            var model = RuleCompilation.Create(texts, SemanticPacks.Today).Model;
            foreach (var symbol in model.Symbols)
            {
                var references = model.ReferencesTo(symbol);
                Assert.NotEmpty(references);
                if (model.DeclarationOf(symbol) is { } place)
                {
                    Assert.True(references.Any(reference => reference.Text == place.Text && reference.Span == place.Span), $"{name}: {symbol}");
                }
            }
        }
    }

    [Fact]
    public void SymbolAt_EveryPosition_IsOneOfItsReferences()
    {
        foreach (var (name, texts) in SemanticPacks.All())
        {
            var model = RuleCompilation.Create(texts, SemanticPacks.Today).Model;
            foreach (var text in SemanticPacks.Files(texts))
            {
                for (var position = -1; position <= text.Content.Length + 1; position++)
                {
                    if (model.SymbolAt(text.File, position) is { } found)
                    {
                        Assert.True(found.Span.Start <= position && position <= found.Span.End, $"{name}, {text.File}, {position}");
                        Assert.Contains(found, model.ReferencesTo(found.Symbol));
                    }
                }
            }
        }
    }

    [Fact]
    public void Rename_EveryDeclaredSymbol_GivesNoNewDiagnostic()
    {
        var count = 0;
        foreach (var (name, texts) in SemanticPacks.All())
        {
            var before = RuleCompilation.Create(texts, SemanticPacks.Today);
            var known = Shown(before);
            foreach (var symbol in before.Model.Symbols.Where(symbol => Renamed.Contains(symbol.Kind)))
            {
                var edits = before.Model.Rename(symbol, "zebra-crossing".Replace('-', symbol.Kind == SymbolKind.Field ? ' ' : '-'));
                if (edits.IsEmpty)
                {
                    continue;
                }

                count++;
                var after = RuleCompilation.Create(Edited(texts, edits), SemanticPacks.Today);
                var fresh = Shown(after).Except(known).ToList();
                Assert.True(fresh.Count == 0, $"{name}: {symbol.Kind} {symbol.Name}\n{string.Join('\n', fresh)}");
                Assert.Equal(before.RuleSet.Rules.Length, after.RuleSet.Rules.Length);
                Assert.Equal(before.Model.ReferencesTo(symbol).Length, after.Model.ReferencesTo(symbol with { Name = edits[0].Edit.NewText.Trim('"') }).Length);
            }
        }

        Assert.True(count > 250, $"{count} symbols were renamed.");
    }

    /// <summary>Without places and names, which change.</summary>
    private static List<string> Shown(RuleCompilation compilation) =>
        [.. compilation.Diagnostics.Select(found => $"{found.Code} {found.Severity} {found.Text.File} {found.Text.PositionOf(found.Span.Start).Line}")];

    private static RuleTexts Edited(RuleTexts texts, IEnumerable<SymbolEdit> edits)
    {
        var byText = edits.ToLookup(edit => edit.Text, edit => edit.Edit);
        return texts with
        {
            Rules = [.. texts.Rules.Select(Apply)],
            Project = texts.Project is null ? null : Apply(texts.Project),
            Sources = [.. texts.Sources.Select(Apply)],
            Tables = [.. texts.Tables.Select(Apply)],
        };

        SourceText Apply(SourceText text) => new(text.File, byText[text].OrderByDescending(edit => edit.Span.Start)
            .Aggregate(text.Content, (content, edit) => content[..edit.Span.Start] + edit.NewText + content[edit.Span.End..]));
    }
}
