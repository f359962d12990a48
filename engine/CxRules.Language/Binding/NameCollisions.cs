using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>What else a definition's name would stand for.</summary>
internal static class NameCollisions
{
    private static readonly HashSet<string> Measures = new(StringComparer.OrdinalIgnoreCase)
    {
        "volume", "share", "customers", "cost", "cancellations", "average", "median", "tally", "baseline", "hourly", "daily", "weekly", "monthly",
    };

    /// <summary>`a field`, say; null where the name is free.</summary>
    public static string? Find(string name, ProjectSymbols project)
    {
        var word = Code.ToBareWord(name);
        if (project.FieldNames.Any(field => Code.ToBareWord(field) == word))
        {
            return "a field";
        }

        if (Measures.Contains(name) || Vocabulary.EndOfName.Contains(name))
        {
            return "a word of the language";
        }

        return project.Taxonomy.Find(name) is not null ? "a declared disposition"
            : project.Project.Touchpoints.Any(touchpoint => Code.ToBareWord(touchpoint.Code) == word) ? "a declared touchpoint"
            : null;
    }
}
