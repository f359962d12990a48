using System.Collections.Immutable;

namespace CxRules.Fuzzing.Generation;

/// <param name="Title">In quotes, as a sentence writes it.</param>
/// <param name="Clauses">Keywords and what stands behind them, spaces not yet laid out.</param>
internal sealed record GeneratedRule(string? Rows, string? Id, string? Title, ImmutableArray<(string Keyword, string Body)> Clauses);

/// <param name="IsList">`as (a, b)`, which YAML also writes as a list.</param>
internal sealed record GeneratedDefinition(string Name, string Meaning, bool IsList);

/// <summary>A file of rules before it has a spelling.</summary>
internal sealed record GeneratedFile(ImmutableArray<GeneratedDefinition> Definitions, ImmutableArray<GeneratedRule> Rules)
{
    /// <summary>Always the same for a seed.</summary>
    public static GeneratedFile Of(Random random)
    {
        var sentences = new Sentences(random);
        var definitions = Enumerable.Range(0, random.Next(8) == 0 ? 2 : 0).Select(number => Definition(random, sentences, number)).ToImmutableArray();
        var count = 1 + random.Next(3);
        var isHeaderless = count == 1 && definitions.IsEmpty && random.Next(6) == 0;
        return new(definitions, [.. Enumerable.Range(0, count).Select(number => Rule(random, sentences, isHeaderless ? null : $"rule-{number}"))]);
    }

    private static GeneratedDefinition Definition(Random random, Sentences sentences, int number)
    {
        var isList = random.Next(2) == 0;
        return new($"name-{number}", isList ? sentences.Pick("(billing-confusion, \"Late\u0001Fee\")", "(a, b, 3-day-notice)", "(\"Late\u0001Fee\")") : sentences.Of("condition"), isList);
    }

    private static GeneratedRule Rule(Random random, Sentences sentences, string? id)
    {
        var clauses = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (keyword, table) in ((string, string)[])[("author", "author"), ("severity", "severity"), ("priority", "digits"), ("expires", "date"), ("see", "link")])
        {
            Add(keyword, table, 4);
        }

        Add("per", "per", 6);
        clauses.Add(("if", sentences.Of("condition")));
        Add("for", "hold", 3);
        if (random.Next(3) == 0)
        {
            clauses.Add(("until", sentences.Of("condition") + (random.Next(2) == 0 ? $" for {sentences.Of("hold")}" : "")));
        }

        Add("every", "schedule", 3);
        Add("only", "moments", 3);
        Add("except", "moments", 3);
        for (var actions = 1 + random.Next(3); actions > 0; actions--)
        {
            clauses.Add(("then", sentences.Of("action")));
        }

        var rows = id is not null && random.Next(8) == 0 ? sentences.Pick("row of thresholds.csv as t", "row of \"tables/my thresholds.csv\" as t") : null;
        return new(rows, id, id is null || random.Next(2) == 0 ? null : sentences.Pick("\"A title\"", "“Curly title”", "\"It's: #1 (“so”)\"", "\"one\" \"two\""), clauses.ToImmutable());

        void Add(string keyword, string table, int oneIn)
        {
            if (random.Next(oneIn) == 0)
            {
                clauses.Add((keyword, sentences.Of(table)));
            }
        }
    }
}
