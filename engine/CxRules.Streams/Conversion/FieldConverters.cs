using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Streams.Instants;
using CxRules.Streams.Records;

namespace CxRules.Streams.Conversion;

/// <summary>The converters of a source: one for each needed field that is mapped, and for texts and lists that are not.</summary>
internal static class FieldConverters
{
    private static readonly FrozenDictionary<FieldKind, Func<FieldMapping, ContactSource, ContactDictionaries, FieldConverter>> ByKind =
        new Dictionary<FieldKind, Func<FieldMapping, ContactSource, ContactDictionaries, FieldConverter>>
        {
            [FieldKind.Category] = (mapping, _, dictionaries) => new CategoryConverter(mapping, dictionaries[mapping.Target]),
            [FieldKind.Text] = (mapping, _, _) => new TextConverter(mapping),
            [FieldKind.Integer] = (mapping, _, _) => new IntegerConverter(mapping),
            [FieldKind.Decimal] = (mapping, _, _) => new DecimalConverter(mapping, StreamErrors.BadDecimal),
            [FieldKind.Money] = (mapping, _, _) => new DecimalConverter(mapping, StreamErrors.BadMoney),
            [FieldKind.Duration] = (mapping, _, _) => new DurationConverter(mapping),
            [FieldKind.Instant] = (mapping, source, _) => Instant(mapping, source),
            [FieldKind.Flag] = (mapping, _, _) => new FlagConverter(mapping),
            [FieldKind.List] = (mapping, _, dictionaries) => new ListConverter(mapping, dictionaries[mapping.Target]),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, RejectKind> Required = new Dictionary<string, RejectKind>
    {
        ["id"] = StreamErrors.MissingId,
        ["occurred at"] = StreamErrors.MissingTime,
        ["channel"] = StreamErrors.MissingChannel,
        ["arrived at"] = StreamErrors.MissingArrival,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="HistoryException">A pattern or a constant cannot be used.</exception>
    public static ImmutableArray<FieldConverter> Create(ContactSource source, ContactDictionaries dictionaries, RecordLayout layout)
    {
        var batch = new ContactBatch(dictionaries, 1);
        var converters = dictionaries.Needed
            .Select(field => (Field: field, Source: SourceOf(field, source, dictionaries)))
            .Where(pair => pair.Source is not null || pair.Field.Kind is FieldKind.Text or FieldKind.List || pair.Field.Name == "version")
            .Select(pair => Create(pair.Field, pair.Source ?? Constant(pair.Field, pair.Field.Name == "version" ? "0" : null), source, dictionaries, layout))
            .ToImmutableArray();
        foreach (var converter in converters)
        {
            converter.Bind(batch);
            if (converter.IsConstant && converter.Constant.Length > 0 && converter.Set(converter.Constant, 0) is { } kind)
            {
                throw new HistoryException(StreamErrors.BadConstant, source.File, converter.Mapping.Source.Line, converter.Mapping.Source.Field.Name, RejectMessage.Of(kind, converter, converter.Constant));
            }
        }

        return converters;
    }

    private static FieldConverter Create(ContactField target, SourceField from, ContactSource source, ContactDictionaries dictionaries, RecordLayout layout)
    {
        var mapping = new FieldMapping(from, target, layout.SlotsOf(from), Required.GetValueOrDefault(target.Name));
        return ByKind[from.Field.Kind](mapping, source, dictionaries);
    }

    private static SourceField? SourceOf(ContactField field, ContactSource source, ContactDictionaries dictionaries) =>
        Find(source, field.Name)
        ?? (field == dictionaries.Schema.Version ? Find(source, "revised at") : null)
        ?? (field.Name == "source" ? Constant(field, source.Name) : null);

    private static SourceField? Find(ContactSource source, string name) => source.Fields.FirstOrDefault(candidate => candidate.Field.Name == name);

    private static SourceField Constant(ContactField field, string? value) =>
        new(field, null, value, null, null, ImmutableDictionary<string, string>.Empty, [], 0);

    private static InstantConverter Instant(FieldMapping mapping, ContactSource source)
    {
        var from = mapping.Source;
        return from.Pattern is null ? new IsoInstantConverter(mapping, source.Zone)
            : InstantPattern.TryCompile(from.Pattern, out var pattern, out var problem) ? new PatternInstantConverter(mapping, source.Zone, pattern)
            : throw new HistoryException(StreamErrors.BadPattern, source.File, from.Line, from.Field.Name, from.Pattern, problem);
    }
}
