using System.Text.Json;

namespace CxRules.Streams.Records;

/// <summary>An object that is no record but holds a list of them, as answers of an API do.</summary>
internal static class JsonEnvelope
{
    /// <summary>The name of its first property that is a list of objects; null where there is none.</summary>
    public static string? ListOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader;
            reader.Read();
            var first = reader;
            if (first.TokenType == JsonTokenType.StartArray && first.Read() && first.TokenType == JsonTokenType.StartObject)
            {
                return name.ValueIsEscaped ? null : name.GetString();
            }

            reader.Skip();
        }

        return null;
    }
}
