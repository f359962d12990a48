using System.Collections.Immutable;
using CxRules.Language.Shapes;
using CxRules.Language.Yaml;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>`exposure`, `samples` and `webhooks`.</summary>
internal sealed class DeclarationReader(ValueReader values)
{
    public NameTable ExposureNames { get; } = new(values, "exposure");

    public NameTable WebhookNames { get; } = new(values, "webhook") { IsClosed = true };

    public ImmutableArray<Exposure> ReadExposures(Slot<NamesShape<TextShape>> slot)
    {
        var exposures = ImmutableArray.CreateBuilder<Exposure>();
        foreach (var (name, path) in values.Read(slot))
        {
            if (ExposureNames.Add(name) && Inside(path) is { } file)
            {
                exposures.Add(new(name.Value.Trim(), file));
            }
        }

        return exposures.ToImmutable();
    }

    public ImmutableArray<Sample> ReadSamples(Slot<NamesShape<MapShape>> slot)
    {
        var names = new NameTable(values, "sample");
        var samples = ImmutableArray.CreateBuilder<Sample>();
        foreach (var (name, about) in values.Read(slot))
        {
            var map = values.Read(about);
            var until = values.Read(DeclarationKeys.Until.In(map));
            if (names.Add(name) && Inside(DeclarationKeys.File.In(map)) is { } file)
            {
                samples.Add(new(name.Value.Trim(), file, until));
            }
        }

        return samples.ToImmutable();
    }

    public ImmutableArray<Webhook> ReadWebhooks(Slot<NamesShape<MapShape>> slot)
    {
        var webhooks = ImmutableArray.CreateBuilder<Webhook>();
        foreach (var (name, about) in values.Read(slot))
        {
            var map = values.Read(about);
            var secret = Secret(DeclarationKeys.Secret.In(map));
            if (WebhookNames.Add(name) && values.Read(DeclarationKeys.Url.In(map)) is { } url)
            {
                webhooks.Add(new(name.Value.Trim(), url, secret));
            }
        }

        return webhooks.ToImmutable();
    }

    /// <summary>A path that stays in the folder of the rule set.</summary>
    private string? Inside(Slot<TextShape> slot)
    {
        if (values.Scalar(slot) is not { } scalar)
        {
            return null;
        }

        if (InnerPath.Is(scalar.Value.Trim()))
        {
            return scalar.Value.Trim();
        }

        values.Report(ProjectErrors.OuterPath, scalar, scalar.Value, slot.Shape.Example);
        return null;
    }

    private string? Secret(Slot<TextShape> slot) => values.Read(slot)?[3..].Trim();
}
