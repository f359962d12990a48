using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <summary>Reads a number in the unit its place asks for.</summary>
internal readonly struct UnitBinder(BindingScope scope)
{
    /// <summary>Far above every figure of a contact center, far below where a product of two leaves the range of a decimal.</summary>
    private const decimal Largest = 100_000_000_000_000;

    private static readonly HashSet<Dimension> BareAllowed = [Dimension.Plain, Dimension.Contacts, Dimension.Customers, Dimension.Ratings];

    /// <summary>The unit of a number; reports a word that is none.</summary>
    public Unit? Find(NumberSyntax number)
    {
        if (UnitTable.TryFind(number.Unit, out var unit))
        {
            if (number.Unit is { } named && scope.Text.Content.AsSpan(number.Span.Start, number.Span.Length).EndsWith(named, StringComparison.OrdinalIgnoreCase))
            {
                scope.Refer(new(number.Span.End - named.Length, named.Length), SymbolKind.Unit, named);
            }

            return unit;
        }

        var word = number.Unit ?? "";
        var nearest = DidYouMean.Nearest(word, UnitTable.Words.Concat(scope.Project.Currency is { } currency ? [currency] : []));
        var help = word.StartsWith("month", StringComparison.OrdinalIgnoreCase)
            ? "Months differ in length: write `28 days` or `4 weeks`."
            : nearest is not null ? $"Did you mean '{nearest}'?" : "Units are contacts, customers, ratings, %, seconds, minutes, hours, days, weeks and currencies such as GBP.";
        scope.Report(BindingErrors.UnknownUnit, number, word, help);
        return null;
    }

    /// <summary>The number in the base unit of <paramref name="expected"/> (milliseconds for time); null after a report.</summary>
    /// <param name="subject">What the number stands beside, for messages.</param>
    /// <param name="noun">What the subject is.</param>
    public decimal? Convert(NumberSyntax number, Dimension expected, string subject, string noun)
    {
        if (Find(number) is not { } unit)
        {
            return null;
        }

        if (number.Unit is null && !BareAllowed.Contains(expected))
        {
            ReportMissing(number, expected, subject, noun);
            return null;
        }

        if (unit.Dimension != expected && number.Unit is not null)
        {
            var plain = number.Value.ToString(CultureInfo.InvariantCulture);
            scope.ReportWithFix(
                BindingErrors.WrongUnit,
                number.Span,
                expected == Dimension.Plain ? plain : null,
                Capital(subject),
                noun,
                scope.Written(number),
                $"Write {Sample(number.Value, expected)}.");
            return null;
        }

        if (unit.Currency is { } currency)
        {
            if (scope.Project.Currency is { } projects && !string.Equals(currency, projects, StringComparison.OrdinalIgnoreCase))
            {
                scope.Report(BindingErrors.WrongCurrency, number, scope.Written(number), projects);
                return null;
            }

            scope.Meet(new(number, currency));
        }

        return Multiply(number, number.Unit is null ? 1 : unit.Factor);
    }

    private decimal? Multiply(NumberSyntax number, decimal factor)
    {
        if (Math.Abs(number.Value) <= Largest / factor)
        {
            return number.Value * factor;
        }

        scope.Report(BindingErrors.ValueRefused, number, scope.Written(number), "it is too large", "Write a smaller number.");
        return null;
    }

    private void ReportMissing(NumberSyntax number, Dimension expected, string subject, string noun)
    {
        var replacement = expected switch
        {
            Dimension.Percent => Percent(number.Value),
            Dimension.Money when scope.Project.Currency is { } currency => $"{number.Value.ToString(CultureInfo.InvariantCulture)} {currency}",
            _ => null,
        };
        scope.ReportWithFix(BindingErrors.UnitMissing, number.Span, replacement, Capital(subject), noun, Sample(number.Value, expected));
    }

    private string Sample(decimal value, Dimension expected)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return expected switch
        {
            Dimension.Plain => $"`{text}`",
            Dimension.Percent => $"`{Percent(value)}`",
            Dimension.Time => $"`{text} seconds`, `{text} minutes`, `{text} hours` or `{text} days`",
            Dimension.Money => $"`{text} {scope.Project.Currency ?? "GBP"}`",
            _ => $"`{text} {expected.ToString().ToLowerInvariant()}`",
        };
    }

    // Who writes 0.7 beside a share means 70 %.
    private static string Percent(decimal value) =>
        $"{(value is > 0 and < 1 ? value * 100 : value).ToString("0.######", CultureInfo.InvariantCulture)}%";

    private static string Capital(string subject) => subject.Length > 0 && char.IsAsciiLetterLower(subject[0]) ? char.ToUpperInvariant(subject[0]) + subject[1..] : subject;
}
