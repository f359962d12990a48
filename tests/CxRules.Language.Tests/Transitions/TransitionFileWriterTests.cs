using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Transitions;
using CxRules.Model.Projects;

namespace CxRules.Language.Tests.Transitions;

public sealed class TransitionFileWriterTests
{
    private const string Entry = "{ case: a1, state: accepted, at: 2026-03-04, by: Anna }";

    [Theory]
    [InlineData(null, "transitions:\n  - " + Entry + "\n")]
    [InlineData("", "transitions:\n  - " + Entry + "\n")]
    [InlineData("# nothing yet", "# nothing yet\ntransitions:\n  - " + Entry + "\n")]
    [InlineData("transitions: []\n", "transitions:\n  - " + Entry + "\n")]
    [InlineData("transitions:\n", "transitions:\n  - " + Entry + "\n")]
    [InlineData("transitions: # here\n", "transitions: # here\n  - " + Entry + "\n")]
    [InlineData("transitions:\n  - { case: b }   # the first\n# the end\n", "transitions:\n  - { case: b }   # the first\n  - " + Entry + "\n# the end\n")]
    [InlineData("transitions:\n- { case: b }\n", "transitions:\n- { case: b }\n- " + Entry + "\n")]
    [InlineData("transitions:\n    - case: b\n      by: c", "transitions:\n    - case: b\n      by: c\n    - " + Entry + "\n")]
    [InlineData("transitions: [{ case: b }]\n", "transitions: [{ case: b }, " + Entry + "]\n")]
    [InlineData("transitions:\n  - { case: b }\ntold:\n  - { case: c }\n", "transitions:\n  - { case: b }\n  - " + Entry + "\ntold:\n  - { case: c }\n")]
    [InlineData("transitions:\r\n  - { case: b }\r\n", "transitions:\r\n  - { case: b }\r\n  - " + Entry + "\r\n")]
    public void Append_ToAFile_LeavesAllElseAsItIs(string? before, string after) =>
        Assert.Equal(after, TransitionFileWriter.Append(before is null ? null : new SourceText("t", before), TransitionFileWriter.Steps, Of("case: a1", "state: accepted", "at: 2026-03-04", "by: Anna")));

    [Fact]
    public void Append_ALongStep_StandsOnSeveralLines()
    {
        var text = TransitionFileWriter.Append(null, TransitionFileWriter.Steps, Of("case: a1", "state: declined", "at: 2026-03-04T09:30", $"because: {new string('x', 90)}"));

        Assert.Equal($"transitions:\n  - case: a1\n    state: declined\n    at: 2026-03-04T09:30\n    because: {new string('x', 90)}\n", text);
    }

    /// <summary>What is written is read back as it was meant, whatever the words.</summary>
    [Theory]
    [InlineData("acceptable performance")]
    [InlineData("no, not this: one #1 {really}")]
    [InlineData("it's \"fine\"")]
    [InlineData("12345678")]
    [InlineData("true")]
    [InlineData("- [a]")]
    [InlineData("a\nb")]
    [InlineData("ends with a colon:")]
    [InlineData("täglich £500")]
    public void Append_AnyWords_AreReadBack(string because)
    {
        var text = TransitionFileWriter.Append(null, TransitionFileWriter.Steps, [.. Of("case: 12e4567890123456", "state: disputed", "at: 2026-03-04", "by: Anna"), new("because", [because])]);
        var bag = new DiagnosticBag();
        var step = Assert.Single(TransitionFileReader.Read(new("t", text), Project.Default, bag));

        Assert.Empty(bag.ToImmutable());
        Assert.Equal(("12e4567890123456", because), (step.Case, step.Step.Because));
    }

    [Fact]
    public void Append_ATelling_IsReadBack()
    {
        var text = TransitionFileWriter.Append(new("t", "transitions: []\n"), TransitionFileWriter.Tellings, [.. Of("case: a1", "at: 2026-03-04", "by: Anna"), new("customers", ["k1", "k,2"]), new("agents", ["all"])]);
        var bag = new DiagnosticBag();
        var telling = Assert.Single(TransitionFileReader.ReadFile(new("t", text), Project.Default, bag).Tellings).Telling;

        Assert.Empty(bag.ToImmutable());
        Assert.Equal("k1|k,2 all", $"{string.Join('|', telling.Customers)} {string.Join('|', telling.Agents)}");
    }

    private static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Of(params string[] pairs) =>
        [.. pairs.Select(pair => pair.Split(": ", 2)).Select(pair => KeyValuePair.Create(pair[0], ImmutableArray.Create(pair[1])))];
}
