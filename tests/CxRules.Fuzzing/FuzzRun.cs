using System.Diagnostics;
using System.Globalization;
using CxRules.Fuzzing.Mutating;
using CxRules.Language.Text;

namespace CxRules.Fuzzing;

/// <summary>Reads mutated texts and says which of them throw or take too long. Each has its own seed, so that one can be read again alone.</summary>
internal static class FuzzRun
{
    private const int MillisecondsPerPart = 100;
    private const int Part = 10_000;
    private const int Tries = 5;
    private const int MostShown = 20;
    private const int ProgressStep = 10_000;

    /// <param name="seconds">When to stop though inputs are left; 0: never.</param>
    /// <returns>How many inputs failed.</returns>
    public static int Run(IEnumerable<string> folders, int first, int inputs, int seconds)
    {
        var corpus = Corpus.Read(folders);
        foreach (var text in corpus)
        {
            Reading.Complaint(text);
        }

        var clock = Stopwatch.StartNew();
        var failed = 0;
        var slowest = 0.0;
        var done = 0;
        var characters = 0L;
        for (; done < inputs && (seconds == 0 || clock.Elapsed.TotalSeconds < seconds); done++)
        {
            var seed = first + done;
            if (seed % ProgressStep == 0)
            {
                Console.WriteLine($"at {seed}");
            }

            var text = new Mutator(corpus, new Random(seed)).Next();
            characters += text.Content.Length;
            var start = ThreadTime.Milliseconds;
            var complaint = Reading.Complaint(text);
            var taken = ThreadTime.Milliseconds - start;
            var limit = MillisecondsPerPart * (1 + (text.Content.Length / Part));
            if (complaint is null && taken > limit && (taken = Again(text)) > limit)
            {
                complaint = string.Create(CultureInfo.InvariantCulture, $"It takes {taken:0} ms.");
            }

            slowest = Math.Max(slowest, Math.Min(taken, limit));
            if (complaint is not null && ++failed <= MostShown)
            {
                Console.WriteLine($"seed {seed}, {text.File}: {complaint}\n{text.Content}\n");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} inputs, {characters / 1_000_000} MB, {clock.Elapsed.TotalSeconds:0} s, {failed} failed, slowest {slowest:0} ms"));
        return failed;
    }

    /// <summary>The least of some tries: a collection is no hang.</summary>
    private static double Again(SourceText text)
    {
        var least = double.MaxValue;
        for (var i = 0; i < Tries; i++)
        {
            var start = ThreadTime.Milliseconds;
            Reading.Complaint(text);
            least = Math.Min(least, ThreadTime.Milliseconds - start);
        }

        return least;
    }
}
