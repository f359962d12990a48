namespace CxRules.Language.Projects;

/// <summary>Names in a sentence.</summary>
internal static class Names
{
    public static string Listed(IReadOnlyList<string> names, string last = "and") => names.Count == 1
        ? $"`{names[0]}`"
        : $"{string.Join(", ", names.Take(names.Count - 1).Select(name => $"`{name}`"))} {last} `{names[^1]}`";
}
