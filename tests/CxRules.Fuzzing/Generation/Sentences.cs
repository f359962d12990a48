using System.Globalization;
using System.Text;

namespace CxRules.Fuzzing.Generation;

/// <summary>Makes sentences from the tables: what stands between `&lt;` and `&gt;` is replaced until nothing is left to replace.</summary>
internal sealed class Sentences(Random random)
{
    private const int Deepest = 7;

    private static readonly string[] s_texts =
    [
        "\"late fee\"", "“curly quotes”", "\"a \\\"quoted\\\" word\"", "\"back\\\\slash\"", "\"ümlaut – “inside” ₤ 漢字 🙂\"", "\"50% off, (today); c# / x = y: z\"", "\"one\" \"two\"", "\"'single'\"",
        "\"ends in colon:\"", "\"{braces} [brackets] & * ! | > % @ `\"", "„low”",
    ];

    private static readonly string[] s_patterns = ["/late fee/", "/(wrong|incorrect) bills?/", "/\\d+ ?\\/ ?\\d+/", "/^it's \"new\"$/", "/a{2,3}[^#x]/"];

    private static readonly string[] s_codeTexts = ["\"contact.Transfers > 2\"", "\"contact.HandleTime > TimeSpan.FromMinutes(20) && contact.Tags.Contains(\\\"vip\\\")\""];

    public string Of(string table) => Expand($"<{table}>", 0);

    public string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private string Expand(string line, int depth)
    {
        var written = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var end = line[i] == '<' ? line.IndexOf('>', i) : -1;
            var name = end > i + 1 ? line[(i + 1)..end] : "";
            if (Word(name) is { } word)
            {
                written.Append(word);
                i = end;
            }
            else if (Productions.Tables.TryGetValue(name, out var lines))
            {
                written.Append(Expand(depth >= Deepest ? lines[0] : lines[random.Next(lines.Length)], depth + 1));
                i = end;
            }
            else
            {
                written.Append(line[i] == '^' ? '\u0001' : line[i]);
            }
        }

        return written.ToString();
    }

    /// <summary>Texts hold spaces that must stay: each is a `\u0001` until the sentence is spaced.</summary>
    private string? Word(string name) => name switch
    {
        "text" => Kept(Pick(s_texts)),
        "said" => Kept(Pick([.. s_texts.Where(text => text.Length > 2)])),
        "pattern" => Kept(Pick(s_patterns)),
        "code-text" => Kept(Pick(s_codeTexts)),
        "digits" => random.Next(1, 500).ToString(CultureInfo.InvariantCulture),
        "word" => Pick("limit", "reason-7", "x_1", "région", "owner-2"),
        "id" => Pick("billing-confusion-spike", "outage-north", "rule-7"),
        _ => null,
    };

    private static string Kept(string text) => text.Replace(' ', '\u0001').Replace('~', '\u0002').Replace('<', '\u0003');
}
