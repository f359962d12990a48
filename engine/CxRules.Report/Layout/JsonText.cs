using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CxRules.Report.Layout;

/// <summary>JSON as every report writes it: indented, LF, letters of every language as they are, and safe inside a page.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write(Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, s_options))
        {
            content(writer);
        }

        bytes.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    public static void WriteStrings(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Null where there is none, and where it is no number that JSON knows.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } known && double.IsFinite(known))
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>An object with what <paramref name="write"/> puts into it; null where there is no value.</summary>
    public static void WriteObjectOrNull<T>(this Utf8JsonWriter writer, string name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        write(writer, value);
        writer.WriteEndObject();
    }

    public static void WriteArray<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Names and values as the properties of an object.</summary>
    public static void WritePairs(this Utf8JsonWriter writer, string name, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        writer.WriteStartObject(name);
        foreach (var (field, value) in pairs)
        {
            writer.WriteString(field, value);
        }

        writer.WriteEndObject();
    }

    public static void WriteRange(this Utf8JsonWriter writer, decimal low, decimal mid, decimal high)
    {
        writer.WriteNumber("low", low);
        writer.WriteNumber("mid", mid);
        writer.WriteNumber("high", high);
    }

    /// <summary>An object with a range; null where there is none.</summary>
    public static void WriteRangeOrNull(this Utf8JsonWriter writer, string name, (decimal Low, decimal Mid, decimal High)? range)
    {
        if (range is not { } known)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteRange(known.Low, known.Mid, known.High);
        writer.WriteEndObject();
    }

    /// <summary>Seconds, and what is below them only where there is something.</summary>
    public static void WriteInstant(this Utf8JsonWriter writer, string name, DateTime? utc) =>
        writer.WriteString(name, utc is { } known ? known.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + "Z" : null);
}
