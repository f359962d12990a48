using CxRules.Language.Shapes;

namespace CxRules.Language.Tests.Docs;

/// <summary>The keys of a YAML file, with those below them, made from its shape.</summary>
internal static class KeyTable
{
    /// <summary>Longer lists of names have a page of their own.</summary>
    private const int MostKnown = 5;

    public static IEnumerable<string> Of(MapShape file) => ReferenceTables.Table(["key", "for example", "meaning"], Rows(file, ""));

    private static IEnumerable<string[]> Rows(Shape shape, string path) => shape switch
    {
        MapShape map => map.Keys.SelectMany(key => Row(key, path)),
        NamesShape { IsClosed: false, About: ChoiceShape choice } names => [[$"{path}*{names.Kind}*", Words(choice), Docs(choice).Trim()]],
        NamesShape names => (names.Known.Length > MostKnown ? [] : names.Known).Select(key => Only(key, path)).Concat(Rows(names.About, $"{path}*{names.Kind}* › ")),
        ListShape list => Rows(list.Each, path),
        UnionShape union => union.Shapes.SelectMany(each => Rows(each, path)),
        _ => [],
    };

    private static IEnumerable<string[]> Row(Key key, string path) =>
        Rows(key.Value, $"{path}`{key.Name}` › ").Prepend(Only(key, path)).DistinctBy(row => row[0]);

    private static string[] Only(Key key, string path)
    {
        var choice = key.Value as ChoiceShape;
        var more = key.IsRequired ? " Needed." : key.Default is { } usual ? $" Without it: `{usual}`." : "";
        return [$"{path}`{key.Name}`", choice is null ? $"`{key.Value.Example}`" : Words(choice), key.Doc + more + (choice is null ? "" : Docs(choice))];
    }

    private static string Words(ChoiceShape choice) => string.Join(", ", choice.Words.Select(word => $"`{word.Name}`"));

    private static string Docs(ChoiceShape choice) => string.Concat(choice.Words.Where(word => word.Doc is not null).Select(word => $" `{word.Name}`: {word.Doc}"));
}
