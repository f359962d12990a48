using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

internal enum BlockChomping
{
    Clip,
    Strip,
    Keep,
}

/// <summary>The first line of a block scalar: `|`, `>`, `|2-` …</summary>
/// <param name="Indent">The indentation it names, relative to what is around it.</param>
/// <param name="End">Where the next line begins.</param>
internal readonly record struct BlockHeader(int? Indent, BlockChomping Chomping, int End)
{
    public static BlockHeader Read(string source, TextSpan span)
    {
        int? indent = null;
        var chomping = BlockChomping.Clip;
        var position = span.Start + 1;
        for (; position < span.End && source[position] is '+' or '-' or (>= '1' and <= '9'); position++)
        {
            switch (source[position])
            {
                case '+':
                    chomping = BlockChomping.Keep;
                    break;
                case '-':
                    chomping = BlockChomping.Strip;
                    break;
                default:
                    indent = source[position] - '0';
                    break;
            }
        }

        while (position < span.End && source[position] is not ('\r' or '\n'))
        {
            position++;
        }

        if (position < span.End)
        {
            position += source.AsSpan(position).StartsWith("\r\n") ? 2 : 1;
        }

        return new(indent, chomping, position);
    }
}
