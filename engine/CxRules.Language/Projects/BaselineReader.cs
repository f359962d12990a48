using CxRules.Language.Yaml;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>`baseline`: how the expected value is learned.</summary>
internal sealed class BaselineReader(ValueReader values)
{
    private const int MostWindows = 104;

    private static readonly string[] Keys = ["method", "windows", "least", "chance guard"];
    private static readonly string[] OtherMethods = ["trimmed mean", "ewma", "fixed", "per exposure"];

    private static readonly (string Name, BaselineMethod Value)[] Methods =
    [
        ("median", BaselineMethod.Median),
        ("mean", BaselineMethod.Mean),
    ];

    public BaselineSettings Read(YamlNode? node)
    {
        var usual = new BaselineSettings();
        if (values.Map(node, "baseline", "baseline: { method: median, windows: 8, least: 4 }") is not { } map)
        {
            return usual;
        }

        values.CheckKeys(map, "`baseline`", Keys);
        var windows = values.Whole(map["windows"], "windows", 1, MostWindows) ?? usual.Windows;
        var least = values.Whole(map["least"], "least", 1, MostWindows) ?? Math.Min(usual.Least, windows);
        if (least > windows && (map["least"] ?? map["windows"]) is { } place)
        {
            values.Report(ProjectErrors.LeastAboveWindows, place, least, windows);
            least = windows;
        }

        return new(Method(map["method"]) ?? usual.Method, windows, least, Guard(map["chance guard"]));
    }

    private BaselineMethod? Method(YamlNode? node)
    {
        if (node is YamlScalar scalar && OtherMethods.Contains(scalar.Value.Replace('-', ' ').ToLowerInvariant()))
        {
            values.Report(ProjectLimits.BaselineMethod, scalar, scalar.Value);
            return null;
        }

        return values.Choice(node, "method", "method", Methods);
    }

    /// <summary>A chance, as `0.001` or `0.1%`; `off` is none.</summary>
    private double? Guard(YamlNode? node)
    {
        const string Example = "chance guard: 0.001";
        if (node is YamlScalar { Value: "off" } || values.Scalar(node, "chance guard", "a chance", Example) is not { } scalar)
        {
            return null;
        }

        var isPercent = scalar.Value.EndsWith('%');
        if (!NumberText.TryParse(scalar.Value.TrimEnd('%'), out var number))
        {
            values.Report(ProjectErrors.WrongShape, scalar, "chance guard", "a chance", Example);
            return null;
        }

        return (double?)values.InRange(scalar, "chance guard", isPercent ? number / 100 : number, 0.000000001m, 0.5m);
    }
}
