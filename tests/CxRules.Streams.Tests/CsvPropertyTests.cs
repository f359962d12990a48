using System.Text;
using CxRules.Model.Contacts;

namespace CxRules.Streams.Tests;

/// <summary>CSV with quotes and line breaks in all places, against a reader that goes letter by letter.</summary>
public sealed class CsvPropertyTests
{
    private const string Header = "id,at,ch,note\n";
    private static readonly string[] Noise = ["a", "b", ",", "\"", "\"\"", " ", "\n", "\r\n", "\r", "é", "\u00a0"];
    private static readonly string[] LineBreaks = ["\n", "\n", "\r\n", "\r"];

    [Theory]
    [InlineData(1, 400, 40, 12)]
    [InlineData(2, 400, 40, 2)]
    [InlineData(3, 3, 30_000, 8)]
    [InlineData(4, 3, 30_000, 0)]
    public void Records_OfAnyText_AreThoseOfTheDefinition(int seed, int texts, int lines, int noise)
    {
        var random = new Random(seed);
        for (var round = 0; round < texts; round++)
        {
            var text = Text(random, lines, noise);
            using var history = Notes(random.Next(1, 5000));
            var contents = history.Add(Header + text).Read();
            var (rows, refused) = Define(text);
            Assert.Equal(rows, contents.Rows.Select(row => row.Line).Zip(contents.Values("note"), (line, note) => (line, note)));
            Assert.Equal(refused, contents.Rejects.Select(reject => reject.Line));
        }
    }

    [Fact]
    public void SharedReaders_EachReadSomeRows_AndTogetherAll()
    {
        var text = Text(new Random(5), 40_000, 1);
        using var history = Notes(700);
        history.Add(Header + text).Add(Header + "z,2026-01-01,web,last\n");
        var dictionaries = history.Dictionaries();
        using var first = HistoryReader.Open(history.Source, history.Files, dictionaries);
        using var second = first.Share();
        var batch = new ContactBatch(dictionaries, 700);
        var lines = new SortedDictionary<int, List<int>>();
        var isFirst = false;
        while ((isFirst ? first : second).Read(batch))
        {
            lines.Add(batch.Sequence, [.. batch.Line.AsSpan(0, batch.Count)]);
            isFirst = !isFirst;
        }

        Assert.False(first.Read(batch) || second.Read(batch));
        var (rows, refused) = Define(text);
        Assert.Equal([.. rows.Select(row => row.Line), 2], lines.Values.SelectMany(each => each));
        Assert.Equal(refused, second.Rejects.Select(reject => reject.Line));
        Assert.Equal(rows.Count + refused.Count + 1, first.Received);
    }

    private static History Notes(int capacity) =>
        new(Model.Sources.HistoryFormat.Csv, History.Map("id", "id"), History.Map("occurred at", "at"), History.Map("channel", "ch"), History.Map("note", "note")) { Capacity = capacity };

    private static string Text(Random random, int lines, int noise)
    {
        var text = new StringBuilder();
        for (var line = 0; line < lines; line++)
        {
            text.Append(line).Append(",2026-01-01,web,");
            for (var i = random.Next(noise + 1); i > 0; i--)
            {
                text.Append(Noise[random.Next(Noise.Length)]);
            }

            text.Append(LineBreaks[random.Next(LineBreaks.Length)]);
        }

        return text.ToString();
    }

    /// <summary>RFC 4180, where a record with broken quotes costs its first line: the rows with their notes, and the lines that are refused.</summary>
    private static (List<(int Line, string Note)> Rows, List<int> Refused) Define(string text)
    {
        var (rows, refused) = (new List<(int, string)>(), new List<int>());
        var line = 2;
        for (var start = 0; start < text.Length;)
        {
            var fields = new List<string>();
            var end = EndOfRecord(text, start, fields);
            if (end < 0)
            {
                refused.Add(line);
                end = EndOfLine(text, start);
            }
            else if (fields is [var id, "2026-01-01", "web", var note] && id.Trim().Length > 0)
            {
                rows.Add((line, note.Trim().Length == 0 ? "" : note));
            }
            else if (text[start..end].Trim().Length > 0)
            {
                refused.Add(line);
            }

            while (start < end)
            {
                line += IsLineBreak(text, start) ? 1 : 0;
                start++;
            }

            line++;
            start += text.AsSpan(end).StartsWith("\r\n") ? 2 : 1;
        }

        return (rows, refused);
    }

    /// <summary>Where its line break stands; -1 where its quotes are broken.</summary>
    private static int EndOfRecord(string text, int start, List<string> fields)
    {
        var at = start;
        while (true)
        {
            var value = new StringBuilder();
            if (at < text.Length && text[at] == '"')
            {
                for (at++; ; at++)
                {
                    if (at == text.Length)
                    {
                        return -1;
                    }

                    if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
                    {
                        break;
                    }

                    at += text[at] == '"' ? 1 : 0;
                    value.Append(text[at]);
                }

                var behind = ++at;
                at = EndOfField(text, at);
                if (text[behind..at].Trim().Length > 0)
                {
                    return -1;
                }

                value.Append(text, behind, at - behind);
            }
            else
            {
                var begin = at;
                at = EndOfField(text, at);
                value.Append(text, begin, at - begin);
            }

            fields.Add(value.ToString());
            if (at == text.Length || text[at] != ',')
            {
                return at;
            }

            at++;
        }
    }

    private static int EndOfField(string text, int at)
    {
        while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
        {
            at++;
        }

        return at;
    }

    private static int EndOfLine(string text, int at)
    {
        while (text[at] is not ('\n' or '\r'))
        {
            at++;
        }

        return at;
    }

    /// <summary>A line feed behind a return is the same line break.</summary>
    private static bool IsLineBreak(string text, int at) => text[at] == '\r' || (text[at] == '\n' && (at == 0 || text[at - 1] != '\r'));
}
