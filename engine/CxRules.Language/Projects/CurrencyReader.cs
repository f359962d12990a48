using CxRules.Language.Shapes;

namespace CxRules.Language.Projects;

/// <summary>`currency`: the one of every amount.</summary>
internal sealed class CurrencyReader(ValueReader values)
{
    public string? Read(Slot<TextShape> slot)
    {
        if (values.Scalar(slot) is not { } scalar)
        {
            return null;
        }

        var code = scalar.Value.Length == 3 ? Currencies.Find(scalar.Value, null) : null;
        if (code is null)
        {
            var meant = Currencies.Suggest(scalar.Value);
            values.Report(ProjectErrors.UnknownCurrency, scalar, scalar.Value, meant is null ? "Write its three letters, such as `GBP`." : $"Did you mean `{meant}`?");
        }

        // Read on with what was meant, so that the costs are not reported again.
        return code ?? Currencies.Suggest(scalar.Value);
    }
}
