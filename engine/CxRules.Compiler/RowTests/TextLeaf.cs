using System.Text;
using System.Text.RegularExpressions;
using CxRules.Model.Contacts;
using CxRules.Runtime;

namespace CxRules.Compiler.RowTests;

/// <summary>Tests a text as characters, decoded into one buffer that is used again.</summary>
internal abstract class TextLeaf(ContactField field) : RowTestLeaf
{
    private char[] _buffer = new char[1024];

    public override Truth Test(ContactBatch batch, int row)
    {
        var text = batch.Text(field)[row];
        if (text.IsEmpty)
        {
            return Truth.Unknown;
        }

        if (_buffer.Length < text.Length)
        {
            _buffer = new char[text.Length * 2];
        }

        return TruthOperators.Of(Test(_buffer.AsSpan(0, Encoding.UTF8.GetChars(text, _buffer))));
    }

    protected abstract bool Test(ReadOnlySpan<char> text);
}

/// <summary>The text holds one of the words, ignoring case.</summary>
internal sealed class ContainsLeaf(ContactField field, string[] words) : TextLeaf(field)
{
    protected override bool Test(ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The text matches a pattern, in time linear in its length.</summary>
internal sealed class MatchesLeaf(ContactField field, string pattern) : TextLeaf(field)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex _regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    protected override bool Test(ReadOnlySpan<char> text) => _regex.IsMatch(text);
}
