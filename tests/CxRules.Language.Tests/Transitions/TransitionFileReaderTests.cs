using System.Reflection;
using CxRules.Language.Diagnostics;
using CxRules.Language.Tests.Docs;
using CxRules.Language.Transitions;
using CxRules.Model.Cases;
using CxRules.Model.Projects;

namespace CxRules.Language.Tests.Transitions;

public sealed class TransitionFileReaderTests
{
    private static readonly Project Northwind = Project.Default with { Currency = "GBP", Owners = [new("Billing", null), new("Marketing", null)] };

    /// <summary>CXR2301, CXR2302 and the other codes of the file alone: CXR2307 and CXR2308 take a replay, whose tests read their pages.</summary>
    public static TheoryData<string> Codes => [.. typeof(TransitionErrors).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(member => member.GetValue(null)).OfType<DiagnosticDescriptor>().Where(descriptor => descriptor.Severity == DiagnosticSeverity.Error).Select(descriptor => descriptor.Code)];

    [Fact]
    public void Read_ADecline_HasAllItSays()
    {
        var (steps, codes) = Read("""
            transitions:
              - case: a1b2c3d4e5f60718
                state: Declined
                at: 2026-03-04 09:30
                by: Anna Berg
                because: acceptable performance
                review by: 2026-06-30
                cap: £20,000
            """);

        Assert.Empty(codes);
        var step = Assert.Single(steps);
        Assert.Equal(("a1b2c3d4e5f60718", new DateTime(2026, 3, 4, 9, 30, 0)), (step.Case, step.LocalAt));
        Assert.Equal((CaseStanding.Declined, "Anna Berg", "acceptable performance"), (step.Step.To, step.Step.By, step.Step.Because));
        Assert.Equal((new DateOnly(2026, 6, 30), 20_000m), (step.Step.ReviewBy, step.Step.Cap));
        Assert.Equal(("Declined", "a1b2c3d4e5f60718"), (step.Text[step.StatePlace], step.Text[step.CasePlace]));
    }

    [Theory]
    [InlineData("fix claimed", "fix cost: 15000 GBP")]
    [InlineData("routed", "owners: Marketing")]
    [InlineData("routed", "owners: [Billing, Marketing]")]
    [InlineData("merged", "into: b2c3d4e5f6071829")]
    [InlineData("false alarm", "because: a test call")]
    [InlineData("accepted", "because: it is ours")]
    public void Read_WhatAStateSays_IsRead(string state, string more)
    {
        var (steps, codes) = Read($"transitions: [{{ case: a, state: {state}, at: 2026-03-04, by: Anna, {more} }}]");

        Assert.Empty(codes);
        Assert.Single(steps);
    }

    [Theory]
    [InlineData("state: declined, because: no", "CXR2304")]
    [InlineData("state: disputed", "CXR2304")]
    [InlineData("state: merged", "CXR2304")]
    [InlineData("state: accepted, into: b", "CXR2305")]
    [InlineData("state: reopened", "CXR2306")]
    [InlineData("state: detected", "CXR2306")]
    [InlineData("state: routed, owners: Biling", "CXR2303")]
    [InlineData("state: fix claimed, fix cost: 3 EUR", "CXR2110")]
    public void Read_AMistake_IsReportedOnce(string step, string code)
    {
        var (_, codes) = Read($"transitions: [{{ case: a, at: 2026-03-04, by: Anna, {step} }}]");

        Assert.Equal([code], codes);
    }

    [Theory]
    [InlineData("- case: a")]
    [InlineData("steps: []")]
    public void Read_NoFileOfTransitions_IsReported(string text) => Assert.NotEmpty(Read(text).Codes);

    [Theory]
    [InlineData("")]
    [InlineData("transitions: []")]
    public void Read_NothingHappened_IsNoStep(string text) => Assert.Empty(Read(text).Steps);

    [Fact]
    public void Read_OneStepIsBroken_TheOthersStand()
    {
        var (steps, codes) = Read("transitions:\n  - { case: a, state: accepted, at: 2026-03-04, by: Anna }\n  - { case: b, state: acepted, at: 2026-03-04, by: Anna }\n  - { case: c, state: accepted, at: 2026-03-04, by: Anna }\n");

        Assert.Equal(["CXR2303"], codes);
        Assert.Equal(["a", "c"], steps.Select(step => step.Case));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_Examples_DoWhatTheySay(string code)
    {
        var blocks = MarkdownBlocks.Read(Path.Combine(MarkdownBlocks.DocsFolder(), "diagnostics", $"{code}.md"));

        Assert.Equal(2, blocks.Count);
        Assert.Equal([code], Read(blocks[0].Text).Codes.Distinct());
        Assert.Empty(Read(blocks[1].Text).Codes);
    }

    private static (IReadOnlyList<WrittenTransition> Steps, IReadOnlyList<string> Codes) Read(string text)
    {
        var bag = new DiagnosticBag();
        var steps = TransitionFileReader.Read(new("a.transitions.yaml", text), Northwind, bag);
        return (steps, [.. bag.ToImmutable().Select(found => found.Code)]);
    }
}
