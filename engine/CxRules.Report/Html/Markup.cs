using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CxRules.Report.Layout;

namespace CxRules.Report.Html;

/// <summary>
/// HTML that is safe by construction: in `Markup m = $"…{value}…"` the literal parts are markup and every value is encoded for text and
/// for quoted attributes. Values never stand anywhere else: not in styles, addresses or element names.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Markup
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _text;

    public Markup(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    private Markup(StringBuilder text) => _text = text;

    public static Markup Empty { get; } = new(new StringBuilder());

    /// <summary>Text that is markup already and comes from this program.</summary>
    public static Markup Trusted(string markup) => new(new StringBuilder(markup));

    public static Markup Concat(IEnumerable<Markup> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part._text);
        }

        return new(text);
    }

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? value) => _text.Append(s_encoder.Encode(DisplayText.Clean(value ?? "")));

    public void AppendFormatted(Markup markup) => _text.Append(markup._text);

    public void AppendFormatted(long value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Places in drawings: three decimals.</summary>
    public void AppendFormatted(double value) => _text.Append(value.ToString("0.###", CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
