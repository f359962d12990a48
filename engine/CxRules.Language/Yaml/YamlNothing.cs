namespace CxRules.Language.Yaml;

/// <summary>A key with nothing behind it, in the spellings that YAML has for that.</summary>
internal static class YamlNothing
{
    public static bool Is(YamlNode? node) => node is null or YamlScalar { Style: YamlStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" };
}
