namespace CxRules.Report.Layout;

/// <summary>ANSI colours, or none.</summary>
internal readonly record struct Ink(bool Color)
{
    public string Bold(string text) => Paint(text, "1");

    public string Dim(string text) => Paint(text, "2");

    public string Error(string text) => Paint(text, "1;31");

    public string Warning(string text) => Paint(text, "1;33");

    public string Place(string text) => Paint(text, "36");

    public string Alarm(string text) => Paint(text, "31");

    public string Good(string text) => Paint(text, "32");

    /// <summary>Blanks at the end stay bare, so that a line can be trimmed.</summary>
    private string Paint(string text, string code)
    {
        var painted = text.TrimEnd(' ');
        return Color && painted.Length > 0 ? $"\e[{code}m{painted}\e[0m{text[painted.Length..]}" : text;
    }
}
