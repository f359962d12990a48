using System.Collections.Immutable;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

using Symbol = CxRules.Language.Symbols.Symbol;

namespace CxRules.Language.Completions;

/// <summary>The names that a rule set knows, by what they stand for.</summary>
internal sealed class CompletionNames
{
    private static readonly ImmutableArray<string> BuiltInCalendars = ["holidays", "incidents"];

    private readonly SymbolIndex _index;
    private readonly ILookup<(SymbolKind Kind, string? Container), Symbol> _used;

    private readonly ImmutableArray<(string Name, string File, TextSpan Span)> _authors;

    public CompletionNames(Project project, SymbolIndex index, ImmutableArray<RuleFileSyntax> files)
    {
        _authors =
        [
            .. from file in files
               from clause in file.Rules.SelectMany(rule => rule.Clauses.OfType<HeaderClauseSyntax>())
               where clause is { Keyword: "author", Value: WordsSyntax }
               select (((WordsSyntax)clause.Value).Value, file.Text.File, clause.Value.Span),
        ];
        _index = index;
        Symbols = new(project);
        _used = index.Symbols.ToLookup(symbol => (symbol.Kind, symbol.Container));
    }

    public ProjectSymbols Symbols { get; }

    public Project Project => Symbols.Project;

    /// <summary>Those that are declared, then those that are only used; not one that stands nowhere but at the position.</summary>
    public IEnumerable<Symbol> Of(SymbolKind kind, CutSentence cut) =>
        Declared(kind).Concat(Used(kind, null, cut)).Select(_index.Known).Distinct();

    /// <summary>Who answers for other rules.</summary>
    public IEnumerable<string> Authors(CutSentence cut) =>
        _authors.Where(author => author.File != cut.Source.File || !cut.Replaces.Contains(author.Span)).Select(author => author.Name).Distinct();

    public IEnumerable<Symbol> Fields(Func<FieldKind, bool> fits) =>
        Project.Schema.Fields.Where(field => !field.IsOfRow && fits(field.Kind)).Select(field => new Symbol(SymbolKind.Field, field.Name, null));

    /// <summary>What rules ask of a contact's moment: it is written as a field is.</summary>
    public static IEnumerable<Symbol> Moments => ContactMoment.Names.Select(name => new Symbol(SymbolKind.Field, name, null));

    /// <param name="known">Codes by field, from data.</param>
    public IEnumerable<Symbol> Codes(ContactField field, CutSentence cut, IReadOnlyDictionary<string, ImmutableArray<string>>? known)
    {
        var isDisposition = field == Project.Schema.Disposition;
        var declared = isDisposition ? Symbols.Taxonomy.Codes : Symbols.DeclaredCodes(field);
        var codes = declared.Select(code => new Symbol(SymbolKind.Code, code, field.Name));
        if (!declared.IsEmpty)
        {
            return codes.Select(_index.Known);
        }

        var fromData = known is not null && known.TryGetValue(field.Name, out var values) ? values : [];
        return Used(SymbolKind.Code, field.Name, cut).Concat(fromData.Select(code => _index.Known(new(SymbolKind.Code, code, field.Name)))).Distinct();
    }

    /// <summary>What the project declares.</summary>
    public IEnumerable<Symbol> Declared(SymbolKind kind, string? container) => kind == SymbolKind.Code
        ? (container == Project.Schema.Disposition.Name ? Symbols.Taxonomy.Codes.Select(code => new Symbol(kind, code, container)) : [])
        : Declared(kind);

    private IEnumerable<Symbol> Declared(SymbolKind kind) => kind switch
    {
        SymbolKind.Owner => Named(kind, Project.Owners.Select(owner => owner.Name)),
        SymbolKind.Touchpoint => Named(kind, Project.Touchpoints.Select(touchpoint => touchpoint.Code)),
        SymbolKind.Calendar => Named(kind, Project.Calendars.Select(calendar => calendar.Name).Union(BuiltInCalendars)),
        SymbolKind.Exposure => Named(kind, Project.Exposures.Select(exposure => exposure.Name)),
        SymbolKind.Sample => Named(kind, Project.Samples.Select(sample => sample.Name)),
        SymbolKind.Webhook => Named(kind, Project.Webhooks.Select(webhook => webhook.Name)),
        _ => [],
    };

    private static IEnumerable<Symbol> Named(SymbolKind kind, IEnumerable<string> names) => names.Select(name => new Symbol(kind, name, null));

    private IEnumerable<Symbol> Used(SymbolKind kind, string? container, CutSentence cut) =>
        _used[(kind, container)].Where(symbol => _index.Of(symbol).Any(reference => reference.Text.File != cut.Source.File || !cut.Replaces.Contains(reference.Span)));
}
