namespace CxRules.Language.Tests.Schema;

/// <summary>What a schema sees of the mistakes that the readers report.</summary>
internal static class SchemaCodes
{
    /// <summary>Where a reader reports one of these, the schema rejects.</summary>
    public static readonly string[] Seen =
    [
        "CXR1150", "CXR1151", "CXR1152", "CXR1153", "CXR1154",
        "CXR2101", "CXR2102", "CXR2103", "CXR2104", "CXR2106", "CXR2109", "CXR2114", "CXR2121", "CXR2125", "CXR2126", "CXR2127", "CXR2130",
        "CXR2201", "CXR2202", "CXR2203", "CXR2204", "CXR2207", "CXR2211", "CXR2212",
        "CXR2301", "CXR2302", "CXR2303",
    ];

    /// <summary>What no schema says, and why.</summary>
    public static readonly Dictionary<string, string> Unseen = new()
    {
        ["CXR2105"] = "the names of time zones are too many for a schema",
        ["CXR2107"] = "the names of currencies are too many for a schema",
        ["CXR2108"] = "a pattern does not know how many days a month has",
        ["CXR2110"] = "refers to another place of the file",
        ["CXR2111"] = "refers to another place of the file",
        ["CXR2112"] = "a pattern does not compare numbers inside a text",
        ["CXR2113"] = "names are compared as bare words",
        ["CXR2115"] = "names are compared with each other",
        ["CXR2116"] = "refers to another place of the file",
        ["CXR2117"] = "refers to another place of the file",
        ["CXR2118"] = "items are compared with each other",
        ["CXR2119"] = "items are compared with each other",
        ["CXR2120"] = "values are compared with each other",
        ["CXR2122"] = "values are compared with each other",
        ["CXR2123"] = "a name of signs alone is a key like any other",
        ["CXR2124"] = "a pattern does not count the folders of a path",
        ["CXR2128"] = "a warning",
        ["CXR2129"] = "values are compared with each other",
        ["CXR2131"] = "refers to another key of the map",
        ["CXR2132"] = "refers to another key of the map",
        ["CXR2205"] = "the names of time zones are too many for a schema",
        ["CXR2206"] = "fields are declared in another file",
        ["CXR2208"] = "seen for built-in fields; the kind of others is declared in another file",
        ["CXR2209"] = "seen for built-in fields; the kind of others is declared in another file",
        ["CXR2213"] = "seen for built-in fields; the kind of others is declared in another file",
        ["CXR2214"] = "refers to another key of the map",
        ["CXR2215"] = "the parts of a path depend on each other",
        ["CXR2216"] = "seen for built-in fields; the kind of others is declared in another file",
        ["CXR2217"] = "refers to another key of the map",
        ["CXR2218"] = "refers to another key of the map",
        ["CXR2304"] = "seen for keys that every step needs; what else one needs depends on its state",
        ["CXR2305"] = "refers to another key of the map",
        ["CXR2306"] = "what only the engine decides is a state like any other in its own reports",
        ["CXR2307"] = "cases stand in no file",
        ["CXR2308"] = "cases stand in no file",
        ["CXR2210"] = "the letters of a pattern depend on each other",
    };
}
