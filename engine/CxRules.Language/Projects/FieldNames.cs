using System.Text.RegularExpressions;
using CxRules.Model.Contacts;

namespace CxRules.Language.Projects;

/// <summary>What the name of a field looks like.</summary>
internal static partial class FieldNames
{
    /// <summary>Lower-case words.</summary>
    public const string Pattern = @"[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{Nd}_]*(?:[- ][\p{Ll}\p{Lo}\p{Nd}_]+)*";

    public static bool IsGood(string name) => Form().IsMatch(name);

    /// <summary>The built-in field that goes by this name.</summary>
    public static string? BuiltIn(string name) =>
        ContactSchema.Default.Fields.FirstOrDefault(field => Code.ToBareWord(field.Name) == Code.ToBareWord(name))?.Name;

    [GeneratedRegex("^" + Pattern + @"\z")]
    private static partial Regex Form();
}
