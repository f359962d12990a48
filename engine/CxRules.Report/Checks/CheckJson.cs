using System.Text.Json;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Report.Layout;

namespace CxRules.Report.Checks;

/// <summary>`check --format json`: names and order are the command line's contract.</summary>
internal static class CheckJson
{
    public static string Write(CheckResult result) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("files", result.Files);
        json.WriteNumber("rules", result.Rules);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in result.Diagnostics)
        {
            WriteDiagnostic(json, diagnostic);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", CheckSummary.Name(diagnostic.Severity));
        json.WriteString("file", diagnostic.Text.File);
        WritePlace(json, diagnostic.Text, diagnostic.Span);
        json.WriteString("message", diagnostic.Message);
        json.WriteString("help", diagnostic.Help);
        if (diagnostic.Fix is { } fix)
        {
            json.WriteStartObject("fix");
            json.WriteString("title", fix.Title);
            json.WriteStartArray("edits");
            foreach (var edit in fix.Edits)
            {
                json.WriteStartObject();
                WritePlace(json, diagnostic.Text, edit.Span);
                json.WriteString("newText", edit.NewText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("fix");
        }

        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceText text, TextSpan span)
    {
        var start = text.PositionOf(span.Start);
        var end = text.PositionOf(span.End);
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
    }
}
