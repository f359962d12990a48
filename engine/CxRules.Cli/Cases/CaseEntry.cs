using System.Collections.Immutable;
using System.CommandLine;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Transitions;
using CxRules.Model.Cases;
using CxRules.Report.Lives;
using CxRules.Testing.Replays;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli.Cases;

/// <summary>Adds an entry to the file of what people did, once a replay has taken it.</summary>
internal sealed class CaseEntry(CaseInput input, OutputOptions output, Surroundings surroundings)
{
    /// <param name="list">What it is added to.</param>
    /// <param name="read">The keys and values of the entry after its case.</param>
    public int Add(ParseResult parsed, string id, string list, Func<ReplayOptions, ImmutableArray<KeyValuePair<string, ImmutableArray<string>>>> read)
    {
        if (input.Open(parsed, output, surroundings, NewFile.Allowed, out var exitCode) is not var (options, file))
        {
            return exitCode;
        }

        var path = input.PathOf(parsed);
        ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> entry = [new("case", [id]), .. read(options)];
        var written = new SourceText(path, TransitionFileWriter.Append(file.Text, list, entry));
        var with = TransitionFile.Of(written, options.RuleSet.Project);
        if (!with.Diagnostics.IsEmpty)
        {
            return Refuse(with.Diagnostics, ExitCode.Misuse);
        }

        if (with.Steps.Length + with.Tellings.Length != file.Steps.Length + file.Tellings.Length + 1)
        {
            surroundings.Error.Write($"cxrules: nothing can be added to `{path}` as it is laid out: write its lists with one item on each line.\n");
            return ExitCode.Misuse;
        }

        var result = CaseInput.Replay(options with { Transitions = with.Steps, Tellings = with.Tellings }, parsed, output, surroundings);
        if (CaseInput.Find(result, id, surroundings) is not { } found)
        {
            return ExitCode.Misuse;
        }

        if (found.Id != id)
        {
            surroundings.Error.Write($"cxrules: write the whole id: `{found.Id}`.\n");
            return ExitCode.Misuse;
        }

        var own = result.StepProblems.Where(problem => IsNew(problem, with, list)).ToImmutableArray();
        if (!own.IsEmpty)
        {
            return Refuse(own, ExitCode.Errors);
        }

        FileReplacement.Write(path, written.Content);
        Say(parsed, result, found);
        return ExitCode.Fine;
    }

    /// <summary>It is the last of its list.</summary>
    private static bool IsNew(Diagnostic problem, TransitionFile with, string list)
    {
        var place = list == TransitionFileWriter.Steps ? with.Steps[^1].CasePlace : with.Tellings[^1].CasePlace;
        var next = with.Steps.Select(step => step.CasePlace.Start).Concat(with.Tellings.Select(told => told.CasePlace.Start)).Where(start => start > place.Start).DefaultIfEmpty(int.MaxValue).Min();
        return problem.Span.Start >= place.Start && problem.Span.Start < next;
    }

    private int Refuse(ImmutableArray<Diagnostic> problems, int exitCode)
    {
        foreach (var problem in problems)
        {
            surroundings.Error.Write($"cxrules: {problem.Message} {problem.Help}\n");
        }

        return exitCode;
    }

    private void Say(ParseResult parsed, ReplayResult result, ReplayCase found)
    {
        if (!output.IsQuiet(parsed))
        {
            output.Write(parsed, surroundings, (format, layout, writer) => CaseLifeReport.Write(result, found, format, layout, writer));
        }
    }
}
