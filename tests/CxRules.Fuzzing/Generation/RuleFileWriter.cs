using System.Text;

namespace CxRules.Fuzzing.Generation;

/// <summary>Spells a generated file, as sentences or as YAML.</summary>
internal sealed class RuleFileWriter(Random random)
{
    private readonly Spacing _spacing = new(random);
    private readonly StringBuilder _text = new();

    /// <summary>The file of a seed: its name, which gives its spelling, and its text.</summary>
    public static (string Name, string Text, int Rules) Write(int seed)
    {
        var random = new Random(seed);
        var file = GeneratedFile.Of(random);
        var writer = new RuleFileWriter(random);
        return random.Next(2) == 0
            ? ($"generated-{seed}.cxr", writer.Sentences(file), file.Rules.Length)
            : ($"generated-{seed}.yaml", writer.Yaml(file), file.Rules.Length);
    }

    private string Sentences(GeneratedFile file)
    {
        _text.Append(random.Next(20) == 0 ? "\ufeff" : "").Append(random.Next(4) == 0 ? _spacing.LineEnd() : "");
        foreach (var definition in file.Definitions)
        {
            _text.Append($"define {definition.Name} as {_spacing.Wild(definition.Meaning)}").Append(_spacing.LineEnd());
        }

        foreach (var rule in file.Rules)
        {
            if (rule.Rows is { } rows)
            {
                _text.Append($"for each {rows}").Append(_spacing.LineEnd());
            }

            if (rule.Id is { } id)
            {
                _text.Append($"rule {id}").Append(rule.Title is { } title ? " " + title : "").Append(_spacing.LineEnd());
            }

            foreach (var (keyword, body) in rule.Clauses)
            {
                _text.Append($"  {keyword} {_spacing.Wild(body)}").Append(_spacing.LineEnd());
            }
        }

        return WithLineEnds(_text.ToString());
    }

    private string Yaml(GeneratedFile file)
    {
        if (file.Definitions.Length > 0)
        {
            Line("define:");
            foreach (var definition in file.Definitions)
            {
                Key($"  {definition.Name}:", Spacing.Plain(definition.Meaning), 4);
            }
        }

        Line("rules:");
        foreach (var rule in file.Rules)
        {
            var indent = "  - ";
            foreach (var (keyword, value) in Keys(rule))
            {
                Key($"{indent}{keyword}:", value, 6);
                indent = "    ";
            }

            var actions = rule.Clauses.Where(clause => clause.Keyword == "then").Select(clause => Spacing.Plain(clause.Body)).ToList();
            Items($"{indent}then:", actions);
        }

        return WithLineEnds(_text.ToString());
    }

    private static IEnumerable<(string Key, string Value)> Keys(GeneratedRule rule)
    {
        if (rule.Rows is { } rows)
        {
            yield return ("for each", rows);
        }

        if (rule.Id is { } id)
        {
            yield return ("rule", id);
        }

        if (rule.Title is { } title)
        {
            yield return ("title", title);
        }

        foreach (var (keyword, body) in rule.Clauses.Where(clause => clause.Keyword != "then"))
        {
            yield return (keyword, Spacing.Plain(body));
        }
    }

    private void Items(string key, List<string> values)
    {
        if (values.Count == 1 && random.Next(2) == 0)
        {
            Key(key, values[0], 6);
            return;
        }

        Line(key);
        foreach (var value in values)
        {
            Key("      -", value, 8);
        }
    }

    private void Key(string key, string value, int indent) => Line($"{key} {YamlScalars.Of(value, indent, random)}");

    /// <summary>Behind the lines of a block there is no room for a comment.</summary>
    private void Line(string line) =>
        _text.Append(line).Append(random.Next(12) == 0 && !line.Contains('\n', StringComparison.Ordinal) ? " # a comment\n" : random.Next(15) == 0 ? "\n\n" : "\n");

    private string WithLineEnds(string text) => random.Next(6) switch
    {
        0 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
        1 => text.Replace('\n', '\r'),
        _ => text,
    };
}
