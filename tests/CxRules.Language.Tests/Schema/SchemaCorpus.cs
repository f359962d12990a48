using CxRules.Language.Tests.Docs;
using CxRules.Language.Tests.Projects;

namespace CxRules.Language.Tests.Schema;

/// <summary>Every YAML document of the repository, valid and broken.</summary>
internal static class SchemaCorpus
{
    public static readonly (SchemaKind Kind, string Name, string Text)[] All = [.. Files(), .. Pages(), .. Cases()];

    private static IEnumerable<(SchemaKind, string, string)> Files()
    {
        var root = Path.GetFullPath(Path.Combine(MarkdownBlocks.DocsFolder(), ".."));
        return new[] { "rules", "samples", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.yaml", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(".test.yaml", StringComparison.Ordinal) && !file.Split(Path.DirectorySeparatorChar).Any(step => step is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => (SchemaKind.Of(file), Path.GetRelativePath(root, file), File.ReadAllText(file)));
    }

    /// <summary>The examples of the pages: those of codes 21xx are project files, of 22xx sources, all others rules.</summary>
    private static IEnumerable<(SchemaKind, string, string)> Pages() =>
        from file in Directory.EnumerateFiles(MarkdownBlocks.DocsFolder(), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        from block in MarkdownBlocks.Read(file, "yaml", "yaml transitions")
        where block.Language is "yaml" or "yaml transitions"
        let name = Path.GetFileNameWithoutExtension(file)
        let kind = name.StartsWith("CXR21", StringComparison.Ordinal) ? SchemaKind.Project
            : name.StartsWith("CXR22", StringComparison.Ordinal) ? SchemaKind.Source
            : name.StartsWith("CXR23", StringComparison.Ordinal) || block.Language == "yaml transitions" ? SchemaKind.Transitions
            : SchemaKind.Rules
        select (kind, name, block.Text);

    private static IEnumerable<(SchemaKind, string, string)> Cases() =>
    [
        (SchemaKind.Project, "everything", ProjectReaderTests.Everything),
        (SchemaKind.Source, "everything", SourceFileReaderTests.Boston),
        .. Marks(ProjectReaderTests.Mistakes).Select(text => (SchemaKind.Project, "mistake", text)),
        .. Marks(SourceFileReaderTests.Mistakes).Select(text => (SchemaKind.Source, "mistake", text)),
        (SchemaKind.Rules, "everything", Rules),
        (SchemaKind.Transitions, "everything", Transitions),
        .. TransitionMistakes.Select(text => (SchemaKind.Transitions, "mistake", $"transitions:\n  - {{ case: a1b2c3d4e5f60718, {text} }}\n")),
    ];

    private static IEnumerable<string> Marks(IEnumerable<object[]> cases) => cases.Select(row => Marked.Parse((string)row[1]).Source);

    private static string[] TransitionMistakes =>
    [
        "state: accepted, at: 2026-03-04",
        "state: accepted, by: Anna",
        "state: taken, at: 2026-03-04, by: Anna",
        "state: accepted, at: tomorrow, by: Anna",
        "state: accepted, at: 2026-03-04, by: [Anna]",
        "state: accepted, at: 2026-03-04, by: Anna, reason: none",
        "state: declined, at: 2026-03-04, by: Anna, because: no, review by: soon",
        "state: declined, at: 2026-03-04, by: Anna, because: no, review by: 2026-06-30, cap: much",
        "state: fix claimed, at: 2026-03-04, by: Anna, fix cost: 12",
        "state: routed, at: 2026-03-04, by: Anna, owners: []",
        "state: routed, at: 2026-03-04, by: Anna, owners: { a: b }",
    ];

    private const string Transitions = """
        # What became of the case.
        transitions:
          - { case: 80b7e05e20e82db2, state: acknowledged, at: 2026-03-11T10:00, by: Ben Okafor }
          - case: 80b7e05e20e82db2
            state: declined
            at: 2026-03-20
            by: Anna Berg
            because: acceptable performance for a new bill
            review by: 2026-06-30
            cap: 3000 GBP
          - { case: 80b7e05e20e82db2, state: disputed, at: 2026-03-12, by: Anna, because: a promise of Marketing }
          - { case: 80b7e05e20e82db2, state: routed, at: 2026-03-13, by: Ben, owners: [Marketing, Billing] }
          - { case: 80b7e05e20e82db2, state: fix claimed, at: "2026-04-07 09:30", by: Anna, fix cost: £500 }
          - { case: 80b7e05e20e82db2, state: merged, at: 2026-04-08, by: Ben, into: b2c3d4e5f6071829 }
        told:
          - { case: 80b7e05e20e82db2, at: 2026-05-04, by: CX desk, customers: all, agents: [a17, a23] }
        """;

    private const string Rules = """
        define:
          bill-trouble: disposition in (billing-confusion, "Late Fee")
          leaving: [cancel-service, contract-end]
        rules:
          - rule: billing-confusion-spike
            title: Customers cannot read the new bill
            author: cx-analytics
            severity: high
            priority: 10
            expires: 2027-06-30
            see: https://wiki/bill-redesign
            if:
              - disposition = billing-confusion
              - any:
                  - channel in (phone, chat)
                  - none: segment = business
              - weekly volume > baseline × 1.3
            for: 2 days
            until: weekly volume < baseline × 1.1 for 14 days
            per: [product, region]
            every: day
            only: on weekdays
            except: [during holidays]
            then:
              - route to Billing with cost estimate
              - notify agents
          - RULE: second
            If: csat <= 2
            Then: tag contact with recover
          - for each: row of thresholds.csv as t
            rule: third
            if: { all: [disposition = outage, abandoned], any: csat <= 2 }
            then: route to Billing
        """;
}
