using CxRules.Model.Contacts;

namespace CxRules.Streams.Conversion;

/// <summary>What is said about a value that is refused.</summary>
internal static class RejectMessage
{
    /// <summary>Names the column and shows the value, shortened; texts and customers are never shown.</summary>
    public static string Of(RejectKind kind, FieldConverter converter, ReadOnlySpan<byte> value)
    {
        var field = converter.Mapping.Source.Field;
        var personal = field.Name == "customer" || (field.Kind == FieldKind.Text && field.Name != "id");
        return kind.Format(converter.Mapping.Place, personal ? "a value (not shown: personal)" : Shown.Quote(value), converter.Expected);
    }
}
