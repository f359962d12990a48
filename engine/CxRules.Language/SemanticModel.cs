using System.Collections.Immutable;
using CxRules.Language.Completions;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Model.Projects;

using Symbol = CxRules.Language.Symbols.Symbol;

namespace CxRules.Language;

/// <summary>
/// What the names of a compilation mean: what stands at a position, where it is declared, where it is used, and what may stand there.
/// Every member answers for any position of any text, broken ones included. Immutable; made when it is first asked for.
/// </summary>
public sealed class SemanticModel
{
    private readonly ImmutableDictionary<string, SourceText> _texts;
    private readonly SymbolIndex _index;
    private readonly CompletionFinder _completions;
    private readonly DetailsTable _details;
    private readonly RuleTexts _given;

    internal SemanticModel(RuleTexts texts, RuleCompilation compilation)
    {
        ImmutableArray<SourceText> all = [.. texts.Rules, .. texts.Sources, .. texts.Project is { } project ? [project] : Array.Empty<SourceText>()];
        _texts = all.DistinctBy(text => text.File).ToImmutableDictionary(text => text.File, StringComparer.Ordinal);
        var references = compilation.References.ToList();
        _index = new([
            .. references.Select(TableNames.WithoutAlias),
            .. TableNames.Declarations(texts.Tables, references),
            .. texts.Project is null ? [] : ProjectFileNames.Of(texts.Project),
            .. texts.Sources.SelectMany(source => ProjectFileNames.OfSource(source)),
        ]);
        var names = new CompletionNames(compilation.RuleSet.Project, _index, compilation.Files);
        _completions = new(names, texts);
        _details = new(compilation, names.Symbols);
        _given = texts;
    }

    /// <summary>Every name that the rule set declares or uses, in order of first appearance.</summary>
    public IEnumerable<Symbol> Symbols => _index.Symbols;

    /// <summary>The name at a position, its end included; null where there is none.</summary>
    public SymbolReference? SymbolAt(string file, int position) => _index.At(file, position);

    /// <summary>Where a symbol is declared; null where it is built in, or only used.</summary>
    public SymbolPlace? DeclarationOf(Symbol symbol)
    {
        foreach (var reference in _index.Of(symbol))
        {
            if (reference.IsDeclaration)
            {
                return new(reference.Text, reference.Span);
            }
        }

        return null;
    }

    /// <summary>Every place where the symbol stands, its declaration included, by file (ordinal) and position.</summary>
    public ImmutableArray<SymbolReference> ReferencesTo(Symbol symbol) => _index.Of(symbol);

    /// <summary>What is known of a symbol; null where nothing is: it is only used, or a column, a signal, a table.</summary>
    public SymbolDetails? Describe(Symbol symbol) => _details.Find(symbol, null);

    /// <summary>The same for a symbol at a place: of a measure, what it counts is known only there.</summary>
    public SymbolDetails? Describe(SymbolReference reference) => _details.Find(reference.Symbol, reference);

    /// <summary>
    /// The edits that give a symbol another name everywhere. Empty where it has none that could be changed: it is built in, the data or a
    /// file's name decides it, or nothing declares it. Whether the new name is free and well formed is for a compilation of the result to say.
    /// </summary>
    public ImmutableArray<SymbolEdit> Rename(Symbol symbol, string name)
    {
        var references = _index.Of(symbol);
        var isDeclared = references.Any(reference => reference is { IsDeclaration: true, Span.Length: > 0 });
        return isDeclared ? [.. references.Where(reference => !reference.IsEarlierName).Select(reference => Renaming.At(reference, name, IsData(reference.Text)))] : [];
    }

    /// <summary>What may stand at a position, given the text before it; the text behind it counts only for clauses and keys that are there already.</summary>
    /// <param name="file">A file of the compilation; of any other nothing is known.</param>
    /// <param name="position">In UTF-16 units; a place beyond either end of the text counts as that end.</param>
    /// <param name="knownCodes">Codes by field, from data; beside those that the project declares and the rules use.</param>
    public ImmutableArray<Completion> CompletionsAt(string file, int position, IReadOnlyDictionary<string, ImmutableArray<string>>? knownCodes = null) =>
        _texts.TryGetValue(file, out var text) ? _completions.Find(text, Math.Clamp(position, 0, text.Content.Length), knownCodes) : [];

    /// <summary>A file of keys, where a name is written as it is.</summary>
    private bool IsData(SourceText text) => text == _given.Project || _given.Sources.Contains(text);
}
