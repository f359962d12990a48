using System.Text;

namespace CxRules.Fuzzing.Generation;

/// <summary>Turns the spaces of a generated sentence into what may stand between two words.</summary>
internal sealed class Spacing(Random random)
{
    private static readonly string[] s_comments = ["# why", "#", "# \"open", "# rule other", "#! ümlaut ( then"];

    /// <summary>One line, single spaces.</summary>
    public static string Plain(string sentence) => Restore(sentence.Replace('~', ' '));

    /// <summary>Over several lines, with tabs, blank lines and comments.</summary>
    public string Wild(string sentence)
    {
        var spaced = new StringBuilder(sentence.Length * 2);
        foreach (var character in sentence)
        {
            spaced.Append(character switch
            {
                ' ' => Between(),
                '~' => random.Next(12) == 0 ? "\t" : " ",
                _ => character.ToString(),
            });
        }

        return Restore(spaced.ToString());
    }

    /// <summary>What may end a line.</summary>
    public string LineEnd() => random.Next(5) switch
    {
        0 => $" {s_comments[random.Next(s_comments.Length)]}\n",
        1 => $"\n\n   {s_comments[random.Next(s_comments.Length)]}\n",
        2 => "  \n\n",
        _ => "\n",
    };

    private string Between() => random.Next(30) switch
    {
        0 => "\n       ",
        1 => $" {s_comments[random.Next(s_comments.Length)]}\n    ",
        2 => "   ",
        3 => "\u00a0",
        4 => "\n\n\t",
        _ => " ",
    };

    private static string Restore(string sentence) => sentence.Replace('\u0001', ' ').Replace('\u0002', '~').Replace('\u0003', '<');
}
