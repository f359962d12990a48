using System.Collections.Frozen;
using System.Globalization;

namespace CxRules.Language.Yaml;

/// <summary>The escapes of double-quoted scalars.</summary>
internal static class YamlEscape
{
    private static readonly FrozenDictionary<char, char> Simple = new Dictionary<char, char>
    {
        ['0'] = '\0', ['a'] = '\a', ['b'] = '\b', ['t'] = '\t', ['\t'] = '\t', ['n'] = '\n', ['v'] = '\v', ['f'] = '\f', ['r'] = '\r',
        ['e'] = '\u001B', [' '] = ' ', ['"'] = '"', ['/'] = '/', ['\\'] = '\\', ['N'] = '\u0085', ['_'] = '\u00A0', ['L'] = '\u2028',
        ['P'] = '\u2029',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, int> Digits = new Dictionary<char, int> { ['x'] = 2, ['u'] = 4, ['U'] = 8 }.ToFrozenDictionary();

    /// <summary>The length of the well-formed escape at <paramref name="start"/>, its backslash included.</summary>
    public static int Read(string source, int start, out string value)
    {
        var kind = source[start + 1];
        if (!Digits.TryGetValue(kind, out var digits))
        {
            value = Simple[kind].ToString();
            return 2;
        }

        var code = int.Parse(source.AsSpan(start + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        value = code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32(code);
        return 2 + digits;
    }
}
