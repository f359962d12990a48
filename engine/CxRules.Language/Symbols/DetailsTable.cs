using CxRules.Language.Binding;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Symbols;

/// <summary>Finds what is known of each kind of symbol.</summary>
internal sealed class DetailsTable
{
    private readonly RuleCompilation _compilation;
    private readonly Project _project;
    private readonly ProjectSymbols _symbols;
    private readonly Dictionary<SymbolKind, Func<Symbol, SymbolReference?, SymbolDetails?>> _byKind;

    public DetailsTable(RuleCompilation compilation, ProjectSymbols symbols)
    {
        _compilation = compilation;
        _project = symbols.Project;
        _symbols = symbols;
        _byKind = new()
        {
            [SymbolKind.Field] = (symbol, _) => Field(symbol),
            [SymbolKind.Code] = (symbol, _) => new CodeDetails(symbol, symbol.Container == _project.Schema.Disposition.Name ? symbols.Taxonomy.Find(symbol.Name) : null),
            [SymbolKind.Owner] = (symbol, _) => Of(_project.Owners, owner => owner.Name, symbol) is { } owner ? new OwnerDetails(symbol, owner) : null,
            [SymbolKind.Touchpoint] = (symbol, _) => Of(_project.Touchpoints, touchpoint => touchpoint.Code, symbol) is { } touchpoint ? new TouchpointDetails(symbol, touchpoint) : null,
            [SymbolKind.Calendar] = (symbol, _) => Of(_project.Calendars, calendar => calendar.Name, symbol) is { } calendar ? new CalendarDetails(symbol, calendar) : null,
            [SymbolKind.Exposure] = (symbol, _) => Of(_project.Exposures, exposure => exposure.Name, symbol) is { } exposure ? new ExposureDetails(symbol, exposure) : null,
            [SymbolKind.Sample] = (symbol, _) => Of(_project.Samples, sample => sample.Name, symbol) is { } sample ? new SampleDetails(symbol, sample) : null,
            [SymbolKind.Webhook] = (symbol, _) => Of(_project.Webhooks, webhook => webhook.Name, symbol) is { } webhook ? new WebhookDetails(symbol, webhook) : null,
            [SymbolKind.Rule] = (symbol, _) => Rule(symbol),
            [SymbolKind.Definition] = (symbol, _) => Definition(symbol),
            [SymbolKind.Measure] = Measure,
            [SymbolKind.Unit] = (symbol, _) => UnitTable.TryFind(symbol.Name, out var unit) ? new UnitDetails(symbol, unit.Dimension, unit.Currency) : null,
        };
    }

    public SymbolDetails? Find(Symbol symbol, SymbolReference? reference) => _byKind.TryGetValue(symbol.Kind, out var find) ? find(symbol, reference) : null;

    private static T? Of<T>(IEnumerable<T> declared, Func<T, string> name, Symbol symbol)
        where T : class
    {
        var word = Code.ToBareWord(symbol.Name);
        return declared.FirstOrDefault(item => Code.ToBareWord(name(item)) == word);
    }

    private FieldDetails? Field(Symbol symbol) => _symbols.Field(symbol.Name) is { } field
        ? new(symbol, field.Kind, Dimensions.Of(field.Kind), ContactSchema.Default.Find(field.Name) is not null)
        : null;

    private RuleDetails? Rule(Symbol symbol)
    {
        var binding = _compilation.Bindings.FirstOrDefault(binding => binding.Name == symbol.Name);
        return binding is null ? null : new(symbol, binding.Syntax.Title?.Value, _compilation.RuleSet.Rules.FirstOrDefault(rule => rule.Id == symbol.Name));
    }

    private DefinitionDetails? Definition(Symbol symbol)
    {
        var definition = _compilation.Names.Definitions.All.FirstOrDefault(definition => definition.Name == symbol.Name);
        SyntaxNode? meaning = definition?.Syntax.Condition is { } condition ? condition : definition?.Syntax.Codes;
        return definition is null || meaning is null ? null : new(symbol, definition.Scope.Written(meaning));
    }

    private MeasureDetails? Measure(Symbol symbol, SymbolReference? reference)
    {
        if (reference is not { } place || _compilation.Files.FirstOrDefault(file => file.Text == place.Text) is not { } file)
        {
            return null;
        }

        IEnumerable<SyntaxNode> roots = [.. file.Definitions, .. file.Rules];
        var node = roots.Where(root => root.Span.Contains(place.Span)).Select(root => At(root, place.Span)).FirstOrDefault(found => found is not null);
        return node is null ? null : new(symbol, file.Text[node.Span], Dimensions.Of(node, _symbols), _project.Currency, _project.Baseline);
    }

    private static MeasureSyntax? At(SyntaxNode node, TextSpan span) => node is MeasureSyntax measure && measure.Span == span
        ? measure
        : node.Children.Where(child => child.Span.Contains(span)).Select(child => At(child, span)).FirstOrDefault(found => found is not null);
}
