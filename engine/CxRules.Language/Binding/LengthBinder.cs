using CxRules.Language.Symbols;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>Lengths of time, in ticks of 100 ns.</summary>
internal readonly struct LengthBinder(BindingScope scope)
{
    private const int LongestInDays = 36_525;

    private readonly UnitBinder _units = new(scope);

    /// <summary>More than nothing and at most 100 years; null after a report.</summary>
    /// <param name="sample">A length that would do, for the message.</param>
    public long? Ticks(NumberSyntax syntax, string sample)
    {
        if (_units.Convert(syntax, Dimension.Time, "the length", "a duration") is not { } milliseconds)
        {
            return null;
        }

        if (milliseconds > 0 && milliseconds <= TimeSpan.FromDays(LongestInDays).Ticks / TimeSpan.TicksPerMillisecond)
        {
            return (long)(milliseconds * TimeSpan.TicksPerMillisecond);
        }

        scope.Report(BindingErrors.ValueRefused, syntax, scope.Written(syntax), "it must be more than nothing and at most 100 years", $"Write for example `{sample}`.");
        return null;
    }
}
