using System.IO.Compression;
using System.Text;

namespace CxRules.Testing.Tests.Naive;

/// <param name="Raw">The record without its line end.</param>
internal sealed record NaiveRow(List<string> Cells, string Raw);

/// <summary>RFC 4180, character by character.</summary>
internal static class NaiveCsv
{
    public static string ReadText(string file)
    {
        var bytes = File.ReadAllBytes(file);
        using var stream = new MemoryStream(bytes);
        using Stream plain = bytes is [0x1f, 0x8b, ..] ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain, new UTF8Encoding(false));
        return reader.ReadToEnd();
    }

    public static List<NaiveRow> Parse(string text, char delimiter)
    {
        var rows = new List<NaiveRow>();
        var position = 0;
        while (position < text.Length)
        {
            var start = position;
            var cells = new List<string>();
            bool more;
            do
            {
                cells.Add(Cell(text, delimiter, ref position));
                more = position < text.Length && text[position] == delimiter;
                position += more ? 1 : 0;
            }
            while (more);

            var raw = text[start..position];
            position += text.AsSpan(position).StartsWith("\r\n") ? 2 : position < text.Length ? 1 : 0;
            if (raw.Length > 0)
            {
                rows.Add(new(cells, raw));
            }
        }

        return rows;
    }

    private static string Cell(string text, char delimiter, ref int position)
    {
        if (position == text.Length || text[position] != '"')
        {
            return Rest(text, delimiter, ref position);
        }

        var cell = new StringBuilder();
        position++;
        while (position < text.Length)
        {
            if (text[position] != '"')
            {
                cell.Append(text[position++]);
            }
            else if (position + 1 < text.Length && text[position + 1] == '"')
            {
                cell.Append('"');
                position += 2;
            }
            else
            {
                position++;
                break;
            }
        }

        return cell.Append(Rest(text, delimiter, ref position)).ToString();
    }

    /// <summary>What stands before the next delimiter or line end.</summary>
    private static string Rest(string text, char delimiter, ref int position)
    {
        var start = position;
        while (position < text.Length && text[position] != delimiter && text[position] is not ('\r' or '\n'))
        {
            position++;
        }

        return text[start..position];
    }
}
