using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Language.Diagnostics;
using CxRules.Language.Linting;
using CxRules.Language.Projects;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Language.Yaml;
using CxRules.Model.Projects;
using CxRules.Model.Sources;

namespace CxRules.Language;

/// <summary>The texts of a rule set, before anyone has read them.</summary>
/// <param name="Rules">`.cxr` and `.yaml` rule files, by path (ordinal).</param>
/// <param name="Project">`cxrules.yaml`; null: the default project.</param>
/// <param name="Sources">`*.source.yaml` files.</param>
public sealed record RuleTexts(ImmutableArray<SourceText> Rules, SourceText? Project, ImmutableArray<SourceText> Sources)
{
    /// <summary>CSV files that rules are made of, by `for each row of`.</summary>
    public ImmutableArray<SourceText> Tables { get; init; } = [];

    /// <summary>The CSV files of the project's exposures, as far as they are there; null: nobody looked for them.</summary>
    public ImmutableArray<SourceText>? Exposures { get; init; }

    /// <summary>The CSV files of the project's samples, in the same way.</summary>
    public ImmutableArray<SourceText>? Samples { get; init; }
}

/// <summary>Rule texts made into bound rules, with everything that is wrong with them. No I/O.</summary>
public sealed class RuleCompilation
{
    private const int ManyFiles = 16;

    private readonly Lazy<SemanticModel> _model;

    private RuleCompilation(
        RuleTexts texts,
        ImmutableArray<RuleFileSyntax> files,
        BoundRuleSet ruleSet,
        ImmutableArray<ContactSource> sources,
        ImmutableArray<Diagnostic> diagnostics,
        RuleSetNames names,
        ImmutableArray<RuleBinding> bindings)
    {
        _model = new(() => new(texts, this));
        Names = names;
        Bindings = bindings;
        Files = files;
        RuleSet = ruleSet;
        Sources = sources;
        Diagnostics = diagnostics;
    }

    public ImmutableArray<RuleFileSyntax> Files { get; }

    /// <summary>The rules without errors.</summary>
    public BoundRuleSet RuleSet { get; }

    public ImmutableArray<ContactSource> Sources { get; }

    /// <summary>By file, line, column and code; nothing twice.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public bool HasErrors => Diagnostics.Any(IsError);

    /// <summary>What stands where, for editors; made when it is first asked for.</summary>
    public SemanticModel Model => _model.Value;

    /// <summary>Every name in rules and definitions that was resolved; for a table of rules, those of its first row.</summary>
    public IEnumerable<SymbolReference> References => Names.Definitions.All.SelectMany(definition => definition.Scope.References)
        .Concat(ByRule(Bindings).SelectMany(rows => rows[0].Scope.References));

    /// <summary>The project file, where there is one.</summary>
    public ProjectFile? ProjectFile { get; private init; }

    internal RuleSetNames Names { get; }

    internal ImmutableArray<RuleBinding> Bindings { get; }

    /// <param name="today">The local day that `expires` is held against.</param>
    public static RuleCompilation Create(RuleTexts texts, DateOnly today)
    {
        var bag = new DiagnosticBag();
        var file = texts.Project is null ? null : ProjectReader.Read(texts.Project, bag);
        var project = file is null ? Project.Default : SampleFiles.Fill(file, ExposureFiles.Fill(file, texts.Exposures, bag), texts.Samples, bag);
        ImmutableArray<ContactSource> sources = [.. texts.Sources.Select(text => SourceFileReader.Read(text, project.Schema, bag)).OfType<ContactSource>()];
        return Create(texts, project, sources, bag.ToImmutable(), today, file);
    }

    /// <summary>The same under a project that was read already.</summary>
    internal static RuleCompilation Create(
        RuleTexts texts,
        Project project,
        ImmutableArray<ContactSource> sources,
        ImmutableArray<Diagnostic> found,
        DateOnly today,
        ProjectFile? projectFile = null)
    {
        var files = Parse([.. texts.Rules.OrderBy(text => text.File, StringComparer.Ordinal)]);
        var names = RuleSetNames.Of(files, project);
        var tables = new TableSet(texts.Tables, RuleSetHash.FolderOf([.. Decisive(texts).Select(text => text.File.Replace('\\', '/'))]));
        var bindings = RuleSetBinder.Bind(files, names, tables);
        var ofProject = new DiagnosticBag();
        new Linter(names, today).Lint(bindings, texts.Project, ofProject);
        foreach (var lost in bindings.Where(binding => binding.Rule is null && !binding.HasErrors && !binding.File.Diagnostics.Any(IsError)))
        {
            throw new InvalidOperationException($"The rule at {lost.File.Text.File}, line {lost.File.Text.PositionOf(lost.NameSpan.Start).Line} was lost without an error.");
        }

        var diagnostics = found
            .Concat(files.SelectMany(file => file.Diagnostics))
            .Concat(names.Definitions.All.SelectMany(definition => definition.Scope.Diagnostics.ToImmutable().Where(diagnostic => !IsEcho(diagnostic, definition.File))))
            .Concat(tables.Diagnostics.ToImmutable())
            .Concat(OfRules(bindings))
            .Concat(ofProject.ToImmutable());
        return new(texts, files, new(project, Whole(bindings), new Lazy<string>(() => Hash(texts))), sources, Sorted(diagnostics), names, bindings) { ProjectFile = projectFile };
    }

    private static IEnumerable<Diagnostic> OfRules(ImmutableArray<RuleBinding> bindings)
    {
        foreach (var rows in ByRule(bindings))
        {
            var found = rows[0].Row is null ? rows.SelectMany(binding => binding.Diagnostics) : RowDiagnostics.Of(rows);
            foreach (var diagnostic in found.Where(diagnostic => !IsEcho(diagnostic, rows[0].File)))
            {
                yield return diagnostic;
            }
        }
    }

    /// <summary>What was bound of each rule: one, or one for each row of its table. These stand side by side.</summary>
    private static IEnumerable<List<RuleBinding>> ByRule(ImmutableArray<RuleBinding> bindings)
    {
        for (var start = 0; start < bindings.Length;)
        {
            var rows = new List<RuleBinding> { bindings[start] };
            for (start++; start < bindings.Length && bindings[start].File == rows[0].File && bindings[start].Syntax.Span == rows[0].Syntax.Span; start++)
            {
                rows.Add(bindings[start]);
            }

            yield return rows;
        }
    }

    /// <summary>What is wrong about the very place that could not be read: the text with no closing quote is no code either.</summary>
    private static bool IsEcho(Diagnostic diagnostic, RuleFileSyntax file) =>
        diagnostic.Text == file.Text && file.Diagnostics.Any(mistake => IsError(mistake) && mistake.Span.Length > 0 && mistake.Span.Contains(diagnostic.Span));

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>Files know nothing of each other until they are bound: many are read side by side. For a few, starting threads costs more.</summary>
    internal static ImmutableArray<RuleFileSyntax> Parse(IReadOnlyList<SourceText> texts)
    {
        if (texts.Count < ManyFiles)
        {
            return [.. texts.Select(Parse)];
        }

        var files = new RuleFileSyntax[texts.Count];
        Parallel.For(0, texts.Count, index => files[index] = Parse(texts[index]));
        return [.. files];
    }

    private static RuleFileSyntax Parse(SourceText text) =>
        Path.GetExtension(text.File) is ".yaml" or ".yml" ? YamlRuleParser.Parse(text) : RuleParser.Parse(text);

    private static string Hash(RuleTexts texts) => RuleSetHash.Compute([.. Decisive(texts), .. texts.Tables, .. texts.Exposures ?? [], .. texts.Samples ?? []]);

    private static ImmutableArray<SourceText> Decisive(RuleTexts texts) => texts.Project is null ? texts.Rules : texts.Rules.Add(texts.Project);

    /// <summary>The rules without errors, numbered; what a rule of these suppresses is among them.</summary>
    private static ImmutableArray<BoundRule> Whole(ImmutableArray<RuleBinding> bindings)
    {
        var rules = bindings.Where(binding => !binding.HasErrors).Select(binding => binding.Rule).OfType<BoundRule>().ToList();
        var ids = rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return [.. rules.Select((rule, ordinal) => rule with { Ordinal = ordinal, Suppresses = [.. rule.Suppresses.Where(ids.Contains)] })];
    }

    private static ImmutableArray<Diagnostic> Sorted(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Distinct(DiagnosticOrder.Instance).Order(DiagnosticOrder.Instance)];
}
