using System.Text;
using System.Text.Json;
using CxRules.Model.Sources;

namespace CxRules.Streams.Records;

/// <summary>Elements of an array, and how the path goes on from each.</summary>
internal sealed class JsonBranch(PathSelector selector, JsonPath path)
{
    private readonly (byte[] Property, byte[] Value)[] _tests = [.. selector.Tests.Select(test => (Encoding.UTF8.GetBytes(test.Property), Encoding.UTF8.GetBytes(test.Value)))];

    public PathSelector Selector => selector;

    public JsonPath Path => path;

    /// <summary>Whether the element that the reader stands at is one of them.</summary>
    /// <param name="element">A reader of its own: the caller's stays where it is.</param>
    public bool Selects(Utf8JsonReader element)
    {
        foreach (var (property, value) in _tests)
        {
            if (element.TokenType != JsonTokenType.StartObject || !Has(element, property, value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(Utf8JsonReader element, byte[] property, byte[] value)
    {
        while (element.Read() && element.TokenType == JsonTokenType.PropertyName)
        {
            var isMeant = element.ValueTextEquals(property);
            element.Read();
            if (isMeant)
            {
                return Equals(element, value);
            }

            element.Skip();
        }

        return false;
    }

    private static bool Equals(in Utf8JsonReader reader, byte[] value) => reader.TokenType switch
    {
        JsonTokenType.String => reader.ValueTextEquals(value),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => reader.ValueSpan.SequenceEqual(value),
        _ => false,
    };
}
