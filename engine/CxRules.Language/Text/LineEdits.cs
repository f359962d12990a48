namespace CxRules.Language.Text;

/// <param name="Kind">`-` gone, `+` new, a space for both.</param>
internal readonly record struct LineEdit(char Kind, string Line);

/// <summary>The fewest lines to take out and put in (Myers, "An O(ND) Difference Algorithm", 1986).</summary>
internal static class LineEdits
{
    public static List<LineEdit> Of(string[] before, string[] after)
    {
        var traces = new List<int[]>();
        var most = before.Length + after.Length;
        var furthest = new int[(2 * most) + 3];
        for (var steps = 0; steps <= most; steps++)
        {
            traces.Add(furthest[(most - steps)..(most + steps + 3)]);
            for (var diagonal = -steps; diagonal <= steps; diagonal += 2)
            {
                var at = most + 1 + diagonal;
                var x = diagonal == -steps || (diagonal != steps && furthest[at - 1] < furthest[at + 1]) ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < before.Length && x - diagonal < after.Length && before[x] == after[x - diagonal])
                {
                    x++;
                }

                furthest[at] = x;
                if (x >= before.Length && x - diagonal >= after.Length)
                {
                    return Back(before, after, traces);
                }
            }
        }

        return [];
    }

    private static List<LineEdit> Back(string[] before, string[] after, List<int[]> traces)
    {
        var edits = new List<LineEdit>();
        var (x, y) = (before.Length, after.Length);
        for (var steps = traces.Count - 1; steps >= 0; steps--)
        {
            var furthest = traces[steps];
            var diagonal = x - y;
            var at = steps + 1 + diagonal;
            var isDown = diagonal == -steps || (diagonal != steps && furthest[at - 1] < furthest[at + 1]);
            var fromX = steps == 0 ? 0 : furthest[isDown ? at + 1 : at - 1];
            var fromY = steps == 0 ? 0 : fromX - diagonal + (isDown ? -1 : 1);
            var (commonX, commonY) = steps == 0 ? (0, 0) : isDown ? (fromX, fromY + 1) : (fromX + 1, fromY);
            while (x > commonX && y > commonY)
            {
                edits.Add(new(' ', before[--x]));
                y--;
            }

            if (steps > 0)
            {
                edits.Add(isDown ? new('+', after[--y]) : new('-', before[--x]));
            }
        }

        edits.Reverse();
        return edits;
    }
}
