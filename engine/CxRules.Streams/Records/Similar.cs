namespace CxRules.Streams.Records;

/// <summary>"Did you mean": the name nearest to a wrong one.</summary>
internal static class Similar
{
    /// <summary>The nearest of <paramref name="names"/> by edits, ignoring case; null where none is near.</summary>
    public static string? To(string wrong, IEnumerable<string> names) => names
        .Where(name => name.Length > 0)
        .Select(name => (Name: name, Edits: Edits(wrong.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(candidate => candidate.Edits <= Math.Max(1, Math.Min(wrong.Length, candidate.Name.Length) / 3))
        .OrderBy(candidate => candidate.Edits)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    private static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
