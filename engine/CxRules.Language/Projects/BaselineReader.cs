using CxRules.Language.Shapes;
using CxRules.Language.Yaml;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>`baseline`: how the expected value is learned.</summary>
internal sealed class BaselineReader(ValueReader values, NameTable exposures)
{
    public BaselineSettings Read(Slot<MapShape> slot)
    {
        var usual = new BaselineSettings();
        if (values.Read(slot) is not { } map)
        {
            return usual;
        }

        var windows = values.Read(BaselineKeys.Windows.In(map)) ?? usual.Windows;
        var least = values.Read(BaselineKeys.Least.In(map)) ?? Math.Min(usual.Least, windows);
        if (least > windows && (BaselineKeys.Least.In(map).Node ?? BaselineKeys.Windows.In(map).Node) is { } place)
        {
            values.Report(ProjectErrors.LeastAboveWindows, place, least, windows);
            least = windows;
        }

        var method = Method(map) ?? usual.Method;
        return new(method, windows, least, Guard(BaselineKeys.Guard.In(map))) { Exposure = Exposure(map, method) };
    }

    private BaselineMethod? Method(YamlMapping map)
    {
        var slot = BaselineKeys.Method.In(map);
        if (slot.Node is not YamlScalar scalar)
        {
            return values.Read(slot);
        }

        if (scalar.Value.StartsWith("fixed", StringComparison.OrdinalIgnoreCase))
        {
            values.Report(ProjectErrors.FixedBaseline, scalar);
            return null;
        }

        // `trimmed-mean` is as good as `trimmed mean`.
        return values.Read(slot with { Node = scalar with { Value = scalar.Value.Replace('-', ' ') } });
    }

    private string? Exposure(YamlMapping map, BaselineMethod method)
    {
        var slot = BaselineKeys.Exposure.In(map);
        if (method == BaselineMethod.PerExposure && slot.Node is null)
        {
            values.Report(ProjectErrors.ExposureMissing, map, exposures.All.FirstOrDefault() ?? slot.Shape.Example);
        }
        else if (method != BaselineMethod.PerExposure && slot.Node is { } place)
        {
            values.Report(ProjectErrors.UnusedExposure, place);
        }

        return exposures.Resolve(slot);
    }

    /// <summary>A chance, as `0.001` or `0.1%`; `off` is none.</summary>
    private double? Guard(Slot<UnionShape> slot) => ValueReader.IsOneOf(slot.As(BaselineKeys.NoGuard))
        ? null
        : (double?)values.Read(slot.As(BaselineKeys.Level));
}
