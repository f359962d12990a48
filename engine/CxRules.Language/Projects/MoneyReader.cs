using System.Text.RegularExpressions;
using CxRules.Language.Shapes;
using CxRules.Language.Yaml;

namespace CxRules.Language.Projects;

/// <summary>Amounts such as `3.10 GBP`, `£3.10`, `410000 GBP per month`, all in the project's currency.</summary>
/// <param name="currency">Null where the project names none, which is reported elsewhere: then that of the first amount.</param>
internal sealed partial class MoneyReader(ValueReader values, string? currency)
{
    private const decimal Most = 1_000_000_000_000m;

    private string? _first;

    /// <summary>The one of all amounts; null where there was none yet.</summary>
    public string? Currency => currency ?? _first;

    public decimal? Read(Slot<MoneyShape> slot)
    {
        var shape = slot.Shape;
        if (values.Scalar(slot) is not { } scalar)
        {
            return null;
        }

        var example = slot.Example.Replace("GBP", Currency ?? "GBP", StringComparison.Ordinal);
        var form = Form().Match(scalar.Value.Trim());
        if (!form.Success || !NumberText.TryParse(form.Groups["number"].Value, out var value) || form.Groups["per"].Value != (shape.Per ?? ""))
        {
            values.Report(ProjectErrors.BadMoney, scalar, scalar.Value, shape.Per is null ? "" : $" per {shape.Per}", example);
            return null;
        }

        return HasCurrency(scalar, form.Groups["currency"].Value, example) ? values.InRange(scalar, slot.Name, value, shape.Least, Most) : null;
    }

    private bool HasCurrency(YamlScalar scalar, string written, string example)
    {
        if (written.Length == 0)
        {
            values.Report(ProjectErrors.BadMoney, scalar, scalar.Value, ": it has no currency", example);
            return false;
        }

        if (Currencies.Find(written, Currency) is not { } code)
        {
            var meant = Currencies.Suggest(written);
            values.Report(ProjectErrors.UnknownCurrency, scalar, written, meant is null ? $"Write it like `{example}`." : $"Did you mean `{meant}`?");
            return false;
        }

        _first ??= code;
        if (code != Currency)
        {
            values.Report(ProjectErrors.OtherCurrency, scalar, code, currency is null ? "an amount before it" : "the project", Currency);
            return false;
        }

        return true;
    }

    [GeneratedRegex(@"^(?:(?<currency>[£€$¥₹])\s*(?<number>[-−+]?[0-9.,]+)|(?<number>[-−+]?[0-9.,]+)\s*(?<currency>[\p{L}£€$¥₹]*))(?:\s+per\s+(?<per>\p{L}+))?\z")]
    private static partial Regex Form();
}
