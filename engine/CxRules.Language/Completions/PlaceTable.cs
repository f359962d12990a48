using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Completions;

/// <summary>What a name is asked about.</summary>
/// <param name="Whole">The sentence with what is wrong before the position; its first word may be the name of a definition, which cannot use itself.</param>
internal sealed record NameQuery(NameSite Site, CutSentence Cut, CutSentence Whole, CompletionNames Names, IReadOnlyDictionary<string, ImmutableArray<string>>? KnownCodes);

/// <summary>Which names may stand where, by the innermost node around them that decides it.</summary>
internal static class PlaceTable
{
    private static readonly ImmutableArray<string> Tags = ["recover", "coach", "praise"];

    private static readonly Dictionary<string, Func<NameQuery, IEnumerable<string>>> Headers = new()
    {
        ["severity"] = _ => SeverityTable.Words,
        ["author"] = query => query.Names.Authors(query.Cut),
    };

    private static readonly Dictionary<Type, Func<NameQuery, SyntaxNode, IEnumerable<Candidate>>> ByNode = new()
    {
        [typeof(FlagSyntax)] = (query, _) => OfContact(query).Concat(Named(query, SymbolKind.Definition)),
        [typeof(PresenceSyntax)] = (query, _) => Fields(query, _ => true),
        [typeof(WithinAfterSyntax)] = (query, _) => Fields(query, kind => kind == FieldKind.Instant),
        [typeof(ComparisonSyntax)] = (query, node) => Compared(query, ((ComparisonSyntax)node).Left, ((ComparisonSyntax)node).Operator.Kind),
        [typeof(BetweenSyntax)] = (query, node) => Compared(query, ((BetweenSyntax)node).Left, OperatorKind.Greater),
        [typeof(HasCodeSyntax)] = (query, node) => Codes(query, ((HasCodeSyntax)node).Field),
        [typeof(FactorTableSyntax)] = (query, _) => Fields(query, kind => kind == FieldKind.Category),
        [typeof(FactorRowSyntax)] = (query, _) => query.Site.Around<FactorTableSyntax>() is { } table ? Codes(query, table.Field) : [],
        [typeof(MeasureSyntax)] = (query, _) => Fields(query, FieldKinds.IsMeasurable),
        [typeof(PerExposureSyntax)] = (query, _) => Named(query, SymbolKind.Exposure),
        [typeof(WindowSyntax)] = (query, _) => Named(query, SymbolKind.Exposure),
        [typeof(SampleSyntax)] = (query, _) => Named(query, SymbolKind.Sample),
        [typeof(CaseStateSyntax)] = (query, node) => ((CaseStateSyntax)node).Rule == query.Site.Leaf ? Named(query, SymbolKind.Rule) : Values(FactBinder.StandingWords),
        [typeof(CaseCostSyntax)] = (query, _) => Named(query, SymbolKind.Rule),
        [typeof(SignalActiveSyntax)] = (query, _) => Named(query, SymbolKind.Signal),
        [typeof(EmitSignalSyntax)] = (query, _) => Named(query, SymbolKind.Signal),
        [typeof(SuppressSyntax)] = (query, _) => OtherRules(query),
        [typeof(RouteSyntax)] = (query, node) => ((RouteSyntax)node).OwnerOf is null ? Named(query, SymbolKind.Owner) : OwnedFields(query),
        [typeof(RouteOptionSyntax)] = (query, node) => ((RouteOptionSyntax)node).Name == "via" ? Named(query, SymbolKind.Webhook) : Values(SeverityTable.Words),
        [typeof(TagContactSyntax)] = (query, _) => Values(Tags),
        [typeof(PerClauseSyntax)] = (query, _) => Fields(query, kind => kind == FieldKind.Category),
        [typeof(TopSyntax)] = (_, _) => Values(MeasureNames.Words),
        [typeof(EveryClauseSyntax)] = (_, _) => Values([.. Expectation.Schedule.Words, .. ContactMoment.DayNames.Select(day => $"week on {day}")]),
        [typeof(DuringSyntax)] = (query, _) => Named(query, SymbolKind.Calendar),
        [typeof(AfterCalendarSyntax)] = (query, _) => Named(query, SymbolKind.Calendar),
        [typeof(OnDaysSyntax)] = (_, _) => Values(Expectation.Day.Words),
        [typeof(HeaderClauseSyntax)] = (query, node) => Headers.TryGetValue(((HeaderClauseSyntax)node).Keyword, out var find) ? Values(find(query)) : [],
    };

    public static IEnumerable<Candidate> Of(NameQuery query)
    {
        if (query.Site.Path.IsEmpty)
        {
            return Fields(query, kind => kind == FieldKind.Category);
        }

        foreach (var node in query.Site.Path)
        {
            if (ByNode.TryGetValue(node.GetType(), out var find))
            {
                return find(query, node);
            }
        }

        // A list that a definition names: of which field is not known yet, mostly of the first one.
        return query.Site.Around<ListSyntax>() is null ? [] : query.Names.Codes(query.Names.Project.Schema.Disposition, query.Cut, query.KnownCodes).Select(Candidate.Of);
    }

    private static IEnumerable<Candidate> Fields(NameQuery query, Func<FieldKind, bool> fits) => query.Names.Fields(fits).Select(Candidate.Of);

    /// <summary>What a condition on a contact begins with; `until` holds none but in its measures.</summary>
    private static IEnumerable<Candidate> OfContact(NameQuery query) =>
        query.Whole.Before.Is("until") && query.Site.Around<MeasureSyntax>() is null ? [] : Fields(query, _ => true).Concat(Moments());

    private static IEnumerable<Candidate> Moments() => CompletionNames.Moments.Select(Candidate.Of);

    private static IEnumerable<Candidate> Named(NameQuery query, SymbolKind kind) =>
        query.Names.Of(kind, query.Cut).Where(symbol => kind != SymbolKind.Definition || symbol.Name != query.Whole.Before.Token.Value).Select(Candidate.Of);

    /// <summary>A rule cannot suppress itself.</summary>
    private static IEnumerable<Candidate> OtherRules(NameQuery query)
    {
        var rules = query.Names.Of(SymbolKind.Rule, query.Cut).ToList();
        var own = rules.Where(rule => rule.Declared is { } place && place.Text.File == query.Cut.Source.File && place.Span.Start <= query.Cut.Replaces.Start)
            .MaxBy(rule => rule.Declared?.Span.Start);
        return rules.Where(rule => rule != own).Select(Candidate.Of);
    }

    private static IEnumerable<Candidate> Values(IEnumerable<string> words) => words.Select(Candidate.Value);

    private static IEnumerable<Candidate> OwnedFields(NameQuery query)
    {
        var schema = query.Names.Project.Schema;
        return query.Names.Fields(_ => true).Where(field => field.Name == schema.Disposition.Name || field.Name == schema.Touchpoint.Name).Select(Candidate.Of);
    }

    private static IEnumerable<Candidate> Codes(NameQuery query, WordsSyntax words) =>
        query.Names.Symbols.Field(words.Value) is { } field ? query.Names.Codes(field, query.Cut, query.KnownCodes).Select(Candidate.Of) : [];

    private static IEnumerable<Candidate> Compared(NameQuery query, OperandSyntax left, OperatorKind sign)
    {
        if (ReferenceEquals(left, query.Site.Leaf))
        {
            return OfContact(query);
        }

        if (left is not WordsSyntax words)
        {
            return [];
        }

        if (string.Equals(words.Value, ContactMoment.Weekday, StringComparison.OrdinalIgnoreCase))
        {
            return Values(ContactMoment.DayNames);
        }

        if (query.Names.Symbols.Field(words.Value) is not { } field)
        {
            return [];
        }

        return field.Kind switch
        {
            FieldKind.Category => Codes(query, words).Concat(sign is OperatorKind.In or OperatorKind.NotIn ? Named(query, SymbolKind.Definition) : []),
            FieldKind.List => Codes(query, words),
            FieldKind.Flag => Values(["yes", "no"]),
            FieldKind.Text => [],
            _ => Fields(query, kind => kind == field.Kind).Where(other => other.Name != field.Name),
        };
    }
}
