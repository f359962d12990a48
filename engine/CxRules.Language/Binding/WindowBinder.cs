using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>`weekly`, `over 36 hours`.</summary>
internal sealed class WindowBinder(BindingScope scope)
{
    private const decimal MillisecondsAnHour = 3_600_000;
    private const int LongestInDays = 3_660;

    private static readonly Dictionary<string, Window> ByWord = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hourly"] = Window.Hourly,
        ["daily"] = Window.Daily,
        ["weekly"] = Window.Weekly,
        ["monthly"] = Window.Monthly,
    };

    public Window? Bind(WindowSyntax syntax)
    {
        if (TryRead(syntax, out var window, out var reason))
        {
            return window;
        }

        scope.Report(BindingErrors.WindowRefused, syntax, scope.Written(syntax), reason, "Write hourly, daily, weekly or monthly, or a number of hours, days or weeks: `over 36 hours`.");
        return null;
    }

    /// <summary>The longest window below a node that can be read; null where there is none.</summary>
    public static Window? Longest(SyntaxNode node)
    {
        Window? longest = null;
        if (node is WindowSyntax syntax && TryRead(syntax, out var own, out _))
        {
            longest = own;
        }

        foreach (var child in node.Children)
        {
            if (Longest(child) is { } window && !(longest?.NominalHours >= window.NominalHours))
            {
                longest = window;
            }
        }

        return longest;
    }

    /// <summary>A window of this unit stands below the node.</summary>
    public static bool Any(SyntaxNode node, TimeUnit unit) =>
        (node is WindowSyntax syntax && TryRead(syntax, out var window, out _) && window.Unit == unit) || node.Children.Any(child => Any(child, unit));

    /// <summary>A measure below the node names no window, or one that cannot be read: that has its own report.</summary>
    public static bool LacksOne(SyntaxNode node) =>
        node is MeasureSyntax or BadConditionSyntax || (node is WindowSyntax syntax && !TryRead(syntax, out _, out _)) || node.Children.Any(LacksOne);

    private static bool TryRead(WindowSyntax syntax, out Window window, out string reason)
    {
        reason = "it is not a window";
        if (syntax.Length is not { } length)
        {
            return ByWord.TryGetValue(syntax.Word ?? "", out window);
        }

        window = default;
        if (!UnitTable.TryFind(length.Unit, out var unit) || unit.Dimension != Dimension.Time)
        {
            reason = "it is not a length of time";
            return false;
        }

        var hours = Math.Min(length.Value, LongestInDays * 24) * unit.Factor / MillisecondsAnHour;
        if (unit.Factor < MillisecondsAnHour || hours != decimal.Truncate(hours) || (unit.Factor > MillisecondsAnHour && hours % 24 != 0))
        {
            reason = "contacts are counted by whole hours and days";
            return false;
        }

        if (hours is < 1 or > LongestInDays * 24)
        {
            reason = "it must be at least an hour and at most ten years";
            return false;
        }

        window = unit.Factor > MillisecondsAnHour ? new((int)(hours / 24), TimeUnit.Day) : new((int)hours, TimeUnit.Hour);
        return true;
    }
}
