using System.Globalization;
using CxRules.Mutation.Mutants;
using CxRules.Mutation.Running;

namespace CxRules.Mutation.Results;

/// <summary>What no test notices, held against what was read before.</summary>
internal static class Survivors
{
    /// <param name="known">Each stands for one mutant.</param>
    public static IEnumerable<string> Lines(IEnumerable<(Mutant Mutant, Verdict Verdict)> results, IEnumerable<KnownSurvivor> known)
    {
        var open = known.ToList();
        var (read, unread) = (new List<KnownSurvivor>(), new List<Mutant>());
        var noticed = new List<Mutant>();
        foreach (var (mutant, verdict) in results.OrderBy(result => result.Mutant.File, StringComparer.Ordinal).ThenBy(result => result.Mutant.Line))
        {
            if (verdict.Outcome is Outcome.Killed or Outcome.Timeout)
            {
                noticed.Add(mutant);
                continue;
            }

            if (open.Find(survivor => survivor.Is(mutant)) is not { } reason)
            {
                unread.Add(mutant);
                continue;
            }

            open.Remove(reason);
            read.Add(reason);
        }

        return
        [
            .. Part("survivors that were read", read.Count, read.GroupBy(survivor => survivor.Reason).Select(reason => Row(reason.Key, reason.Count()))),
            .. Part("survivors that nobody has read (add them to survivors.tsv with the reason, or write a test)", unread.Count, unread.Select(Row)),
            .. Noticed([.. open.Where(survivor => noticed.Exists(survivor.Is))]),
        ];
    }

    private static IEnumerable<string> Noticed(IReadOnlyList<KnownSurvivor> noticed) =>
        Part("in survivors.tsv, though a test notices them", noticed.Count, noticed.Select(survivor => survivor.ToString()));

    private static IEnumerable<string> Part(string title, int count, IEnumerable<string> rows) =>
        count == 0 ? [] : ["", string.Create(CultureInfo.InvariantCulture, $"{count:N0} {title}:"), .. rows];

    private static string Row(string reason, int count) => string.Create(CultureInfo.InvariantCulture, $"{reason}\t{count:N0}");

    private static string Row(Mutant mutant) =>
        string.Create(CultureInfo.InvariantCulture, $"{mutant.File}:{mutant.Line}\t{mutant.Mutator}\t{mutant.Was}\t{mutant.Replacement}");
}
