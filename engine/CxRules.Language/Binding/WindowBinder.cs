using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>`weekly`, `over 36 hours`.</summary>
internal readonly struct WindowBinder(BindingScope scope)
{
    private const decimal MillisecondsAnHour = 3_600_000;
    private const int LongestInDays = 3_660;
    private const int MostCycles = 1_000;

    private static readonly Dictionary<string, Window> ByWord = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hourly"] = Window.Hourly,
        ["daily"] = Window.Daily,
        ["weekly"] = Window.Weekly,
        ["monthly"] = Window.Monthly,
    };

    public MeasureWindow? Bind(WindowSyntax syntax)
    {
        if (syntax.Cycles is { } exposure)
        {
            var declared = ProjectNames.Exposure(scope, exposure);
            return Cycles(syntax, exposure) is { Cycles: { } cycles } window
                ? declared is null ? null : window with { Cycles = cycles with { Exposure = declared } }
                : Refuse(syntax, "cycles are whole, and at most 1000", "Write for example `over 3 cycles of bills`.");
        }

        return TryRead(syntax, out var length, out var reason)
            ? new(length)
            : Refuse(syntax, reason, "Write hourly, daily, weekly or monthly, or a number of hours, days or weeks: `over 36 hours`.");
    }

    /// <summary>The longest window below a node that can be read; null where there is none.</summary>
    public static MeasureWindow? Longest(SyntaxNode node, DefinitionTable definitions)
    {
        MeasureWindow? longest = node is WindowSyntax syntax ? Readable(syntax) : null;
        foreach (var child in definitions.Below(node))
        {
            if (Longest(child, definitions) is { } window && !(longest?.Window.NominalHours >= window.Window.NominalHours))
            {
                longest = window;
            }
        }

        return longest;
    }

    /// <summary>A window of this unit stands below the node.</summary>
    public static bool Any(SyntaxNode node, TimeUnit unit, DefinitionTable definitions)
    {
        if (node is WindowSyntax syntax && Readable(syntax)?.Window.Unit == unit)
        {
            return true;
        }

        foreach (var child in definitions.Below(node))
        {
            if (Any(child, unit, definitions))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A measure below the node names no window, or one that cannot be read: that has its own report.</summary>
    public static bool LacksOne(SyntaxNode node, DefinitionTable definitions)
    {
        if (node is MeasureSyntax or BadConditionSyntax || (node is WindowSyntax syntax && Readable(syntax) is null))
        {
            return true;
        }

        foreach (var child in definitions.Below(node))
        {
            if (LacksOne(child, definitions))
            {
                return true;
            }
        }

        return false;
    }

    private static MeasureWindow? Readable(WindowSyntax syntax) =>
        syntax.Cycles is { } exposure ? Cycles(syntax, exposure) : TryRead(syntax, out var window, out _) ? new(window) : null;

    /// <summary>How long a cycle is, only its exposure tells; a month is near enough to say which window is the longest.</summary>
    private static MeasureWindow? Cycles(WindowSyntax syntax, WordsSyntax exposure) =>
        syntax.Length is { Value: >= 1 and <= MostCycles } length && length.Value == decimal.Truncate(length.Value)
            ? new(new(Window.Monthly.Length * (int)length.Value, TimeUnit.Day), new((int)length.Value, exposure.Value))
            : null;

    private MeasureWindow? Refuse(WindowSyntax syntax, string reason, string help)
    {
        scope.Report(BindingErrors.WindowRefused, syntax, scope.Written(syntax), reason, help);
        return null;
    }

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
