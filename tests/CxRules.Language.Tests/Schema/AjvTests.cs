using System.Text.Json;
using System.Text.Json.Nodes;
using CxRules.Language.Diagnostics;
using CxRules.Language.Schema;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Tests.Schema;

/// <summary>A second opinion on our schemas and on our validator, by a validator that others wrote.</summary>
public sealed class AjvTests
{
    private const int LongestChanged = 2_500;
    private const int OneIn = 29;

    /// <summary>Strict: an unknown keyword or a pattern that is none is an error.</summary>
    private const string Script = """
        const Ajv = require('ajv/dist/2020.js');
        const { schemas, documents } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
        const check = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));
        process.stdout.write(JSON.stringify(documents.map(([name, document]) => check[name](document))));
        """;

    [AjvFact]
    public void Documents_WithAndWithoutChanges_AreJudgedAsByOurValidator()
    {
        var texts = SchemaCorpus.All.Where(document => document.Text.Length < LongestChanged)
            .SelectMany(document => SchemaMutations.Of(document.Text).Prepend(document.Text).Select(text => (document.Kind, text)))
            .Where((_, index) => index % OneIn == 0).ToList();
        var documents = texts.ConvertAll(document => (document.Kind, document.text, Json: YamlJson.Of(YamlDocumentReader.Read(new SourceText("a.yaml", document.text), new DiagnosticBag()))));
        var input = new JsonObject
        {
            ["schemas"] = new JsonObject(SchemaKind.All.Select(kind => KeyValuePair.Create(kind.Name, JsonNode.Parse(kind.Schema)))),
            ["documents"] = new JsonArray([.. documents.Select(document => new JsonArray(document.Kind.Name, document.Json?.DeepClone()))]),
        };

        var verdicts = JsonSerializer.Deserialize<bool[]>(AjvFactAttribute.Run(Script, input.ToJsonString()) ?? "");

        Assert.NotNull(verdicts);
        Assert.Equal(documents.Count, verdicts.Length);
        var validators = SchemaKind.All.ToDictionary(kind => kind.Name, kind => new SchemaValidator(kind.Schema));
        List<string> differences = [.. documents.Where((document, index) => validators[document.Kind.Name].Errors(document.Json).Count == 0 != verdicts[index]).Select(document => $"{document.Kind}: {document.text}")];
        Assert.Empty(differences.Take(5));
        Assert.Contains(true, verdicts);
        Assert.Contains(false, verdicts);
    }
}
