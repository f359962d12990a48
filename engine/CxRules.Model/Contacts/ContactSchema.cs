using System.Collections.Immutable;

namespace CxRules.Model.Contacts;

/// <summary>The fields a contact can carry: the built-in ones, those of its row, then those the project declares.</summary>
public sealed class ContactSchema
{
    private static readonly (string Name, FieldKind Kind)[] BuiltIn =
    [
        ("id", FieldKind.Text), ("source", FieldKind.Category), ("version", FieldKind.Integer), ("revised at", FieldKind.Instant),
        ("occurred at", FieldKind.Instant), ("ended at", FieldKind.Instant), ("channel", FieldKind.Category),
        ("direction", FieldKind.Category), ("disposition", FieldKind.Category), ("sub-disposition", FieldKind.Category),
        ("topic", FieldKind.Category), ("demand", FieldKind.Category), ("touchpoint", FieldKind.Category),
        ("product", FieldKind.Category), ("region", FieldKind.Category), ("segment", FieldKind.Category), ("queue", FieldKind.Category),
        ("agent", FieldKind.Category), ("owner hint", FieldKind.Category), ("customer", FieldKind.Category), ("thread", FieldKind.Category),
        ("kind", FieldKind.Category), ("handle time", FieldKind.Duration), ("wait time", FieldKind.Duration),
        ("transfers", FieldKind.Integer), ("abandoned", FieldKind.Flag), ("reopens", FieldKind.Integer), ("csat", FieldKind.Decimal),
        ("rating", FieldKind.Decimal), ("outcome", FieldKind.Category), ("cancelled", FieldKind.Flag),
        ("cancelled at", FieldKind.Instant), ("cancellation reason", FieldKind.Category), ("escalated", FieldKind.Flag),
        ("escalation", FieldKind.Category), ("cause", FieldKind.Category), ("tag", FieldKind.List), ("text", FieldKind.Text),
    ];

    /// <summary>What the door asks of a row.</summary>
    private static readonly (string Name, FieldKind Kind)[] OfRow =
    [
        ("arrived at", FieldKind.Instant), ("partition", FieldKind.Category), ("erased", FieldKind.Flag),
    ];

    private readonly Dictionary<string, ContactField> _byName;

    private ContactSchema(ImmutableArray<ContactField> fields)
    {
        Fields = fields;
        _byName = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        Id = _byName["id"];
        Source = _byName["source"];
        Version = _byName["version"];
        OccurredAt = _byName["occurred at"];
        Channel = _byName["channel"];
        Disposition = _byName["disposition"];
        Touchpoint = _byName["touchpoint"];
        Demand = _byName["demand"];
        Customer = _byName["customer"];
        Agent = _byName["agent"];
        Kind = _byName["kind"];
        HandleTime = _byName["handle time"];
        Cancelled = _byName["cancelled"];
        ArrivedAt = _byName["arrived at"];
        Partition = _byName["partition"];
        Erased = _byName["erased"];
        CancelledAt = _byName["cancelled at"];
        CancellationReason = _byName["cancellation reason"];
        Escalation = _byName["escalation"];
    }

    /// <summary>The schema of a project that declares no field of its own.</summary>
    public static ContactSchema Default { get; } = Create([]);

    public ImmutableArray<ContactField> Fields { get; }

    public ContactField Id { get; }

    public ContactField Source { get; }

    public ContactField Version { get; }

    public ContactField OccurredAt { get; }

    public ContactField Channel { get; }

    public ContactField Disposition { get; }

    public ContactField Touchpoint { get; }

    public ContactField Demand { get; }

    public ContactField Customer { get; }

    public ContactField Agent { get; }

    /// <summary>One of <see cref="RecordKind.All"/>.</summary>
    public ContactField Kind { get; }

    public ContactField HandleTime { get; }

    public ContactField Cancelled { get; }

    public ContactField ArrivedAt { get; }

    public ContactField Partition { get; }

    public ContactField Erased { get; }

    public ContactField CancelledAt { get; }

    public ContactField CancellationReason { get; }

    public ContactField Escalation { get; }

    /// <summary>The built-in fields followed by <paramref name="declared"/>, whose names must be new (the binder has checked).</summary>
    public static ContactSchema Create(IEnumerable<(string Name, FieldKind Kind)> declared) =>
        new(Numbered(declared));

    public ContactField? Find(string name) => _byName.GetValueOrDefault(name);

    // Loops: LINQ over pairs of values would be compiled at every start of the program.
    private static ImmutableArray<ContactField> Numbered(IEnumerable<(string Name, FieldKind Kind)> declared)
    {
        var fields = ImmutableArray.CreateBuilder<ContactField>();
        foreach (var (name, kind) in BuiltIn)
        {
            fields.Add(new(name, kind, fields.Count));
        }

        foreach (var (name, kind) in OfRow)
        {
            fields.Add(new(name, kind, fields.Count) { IsOfRow = true });
        }

        foreach (var (name, kind) in declared)
        {
            fields.Add(new(name, kind, fields.Count));
        }

        return fields.ToImmutable();
    }
}
