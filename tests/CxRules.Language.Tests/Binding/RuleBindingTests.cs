using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Model.Time;

namespace CxRules.Language.Tests.Binding;

public sealed class RuleBindingTests
{
    private const string Card = "if disposition=billing-confusion and weekly volume > baseline×1.3 then route to Billing with cost estimate";

    private const string Full = """
        rule billing-confusion-spike "Customers cannot read the new bill"
          author   cx-analytics            # who answers for the rule's text
          severity high
          priority 10
          expires  2027-06-30
          see      "https://wiki/bill-redesign"

          if disposition = billing-confusion
             and channel in (phone, chat)       # spoken and typed
             and weekly volume > baseline × 1.3
             and at least 50 contacts
          for   2 days
          until weekly volume < baseline × 1.1 for 14 days
          per   product, region
          every day at 06:00
          then route to Billing with cost estimate with priority critical with evidence 20 contacts
               because "the March bill layout " "doubled the number of line items"
        """;

    [Fact]
    public void Card_AsWritten_BindsAsOneRule()
    {
        var rule = Compiled.Rule(Card, Model.Projects.Project.Default, "rules/Billing_Confusion.cxr");
        Assert.Equal(
            """
            billing-confusion ''  Medium 0  
            P (disposition in billing-confusion)
            if Volume P 7d > 1.3xmedian(8,4)
            for 
            until  for 
            per  every Schedule { Kind = Day, Hour = 0, Weekday =  } window 7 days basis Excess
            route Billing  True  5 
            suppresses 
            says disposition=billing-confusion and weekly volume > baseline×1.3
            """,
            BoundPrinter.Rule(rule));
    }

    [Fact]
    public void Full_EveryClause_Binds()
    {
        var rule = Compiled.Rule(Full);
        Assert.Equal(
            """
            billing-confusion-spike 'Customers cannot read the new bill' cx-analytics High 10 06/30/2027 https://wiki/bill-redesign
            P (and (channel in chat|phone) (disposition in bill-query|bill-question|billing-confusion))
            if (Volume P 7d > 1.3xmedian(8,4) and Volume P 7d >= 50)
            for Hold { Span = 2, Unit = Day, Needed =  }
            until Volume P 7d < 1.1xmedian(8,4) for Hold { Span = 14, Unit = Day, Needed =  }
            per product, region every Schedule { Kind = Day, Hour = 6, Weekday =  } window 7 days basis Excess
            route Billing  True Critical 20 the March bill layout doubled the number of line items
            suppresses 
            says disposition = billing-confusion and channel in (phone, chat) and weekly volume > baseline × 1.3 and at least 50 contacts
            """,
            BoundPrinter.Rule(rule));
    }

    [Theory]
    [InlineData("every hour", ScheduleKind.Hour, 0, null)]
    [InlineData("every day", ScheduleKind.Day, 0, null)]
    [InlineData("every day at 06:00", ScheduleKind.Day, 6, null)]
    [InlineData("every monday at 06:00", ScheduleKind.Week, 6, DayOfWeek.Monday)]
    [InlineData("every week on Friday", ScheduleKind.Week, 0, DayOfWeek.Friday)]
    [InlineData("every week", ScheduleKind.Week, 0, DayOfWeek.Sunday)]
    [InlineData("every month at 23:00", ScheduleKind.Month, 23, null)]
    public void Every_Form_IsItsSchedule(string every, ScheduleKind kind, int hour, DayOfWeek? weekday) => Assert.Equal(
        new Schedule(kind, hour, weekday),
        Compiled.Rule($"if weekly volume > 5\n{every}\nthen route to Billing", Compiled.Project with { WeekStarts = DayOfWeek.Sunday }).Every);

    [Theory]
    [InlineData("if hourly volume > 5", ScheduleKind.Hour)]
    [InlineData("if daily volume > 5", ScheduleKind.Day)]
    [InlineData("if daily volume > 5 and volume > 2 over 3 hours", ScheduleKind.Hour)]
    [InlineData("if daily volume > 5\nuntil hourly volume < 2", ScheduleKind.Hour)]
    public void Every_Absent_FollowsTheWindows(string rule, ScheduleKind kind) => Assert.Equal(kind, Compiled.Rule($"{rule}\nthen route to Billing").Every.Kind);

    [Theory]
    [InlineData("if daily volume > 5 for 2 weeks", 14, TimeUnit.Day, null)]
    [InlineData("if daily volume > 5 for 48 hours", 48, TimeUnit.Hour, null)]
    [InlineData("if hourly volume > 5 for 3 of 5 hours", 5, TimeUnit.Hour, 3)]
    [InlineData("if daily volume > 5 for 3 of 5 days", 5, TimeUnit.Day, 3)]
    [InlineData("if weekly volume > 5 for 2 of 3 weeks\nevery monday", 21, TimeUnit.Day, 2)]
    public void For_Form_IsItsHold(string rule, int span, TimeUnit unit, int? needed) =>
        Assert.Equal(new Hold(span, unit, needed), Compiled.Rule($"{rule}\nthen route to Billing").For);

    [Fact]
    public void Route_DeclaredOwner_IsSpelledAsDeclared()
    {
        var rule = Compiled.Rule("if channel = phone then route to \"chief operating officer\" and marketing");
        Assert.Equal(["Chief Operating Officer", "Marketing"], rule.Route?.Owners.ToArray() ?? []);
    }

    [Fact]
    public void Suppress_RouteAndTarget_AreKept()
    {
        var compilation = Compiled.File("rule one if weekly volume > 5 then route to Billing then suppress two\nrule two if weekly volume > 9 then route to Billing");
        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(["two"], compilation.RuleSet.Rules[0].Suppresses.ToArray());
        Assert.Equal([0, 1], compilation.RuleSet.Rules.Select(rule => rule.Ordinal));
    }

    [Fact]
    public void Suppress_BrokenTarget_IsNoSecondError()
    {
        var compilation = Compiled.File("rule one if weekly volume > 5 then suppress two\nrule two if weekly volume > 9 then route to Biling");
        Assert.Equal("CXR2031", Assert.Single(compilation.Diagnostics).Code);
        Assert.Empty(Assert.Single(compilation.RuleSet.Rules).Suppresses);
    }

    [Theory]
    [InlineData("low", Severity.Low)]
    [InlineData("Critical", Severity.Critical)]
    public void Severity_Word_IsRead(string word, Severity severity) =>
        Assert.Equal(severity, Compiled.Rule($"rule one\nseverity {word}\nif channel = phone then route to Billing").Severity);

    [Fact]
    public void Hash_OtherFolder_IsTheSame()
    {
        var here = Compiled.Files([("a/rules/one.cxr", Card), ("a/rules/more/two.cxr", Card)]).RuleSet.Hash;
        Assert.Equal(here, Compiled.Files([("/b/c/rules/more/two.cxr", Card), ("/b/c/rules/one.cxr", Card)]).RuleSet.Hash);
        Assert.NotEqual(here, Compiled.Files([("a/rules/one.cxr", Card), ("a/rules/more/two.cxr", Card + " ")]).RuleSet.Hash);
        Assert.NotEqual(here, Compiled.Files([("a/rules/one.cxr", Card), ("a/rules/more/three.cxr", Card)]).RuleSet.Hash);
        Assert.Matches("^[0-9a-f]{64}$", here);
    }

    [Fact]
    public void Diagnostics_SeveralFiles_AreInOrderAndOnce()
    {
        var found = Compiled.Files([("b.cxr", "if mood = bad then route to Biling"), ("a.cxr", "if mood between 1 and 5 then route to Billing")]).Diagnostics;
        Assert.Equal(["a.cxr 4 CXR2001", "b.cxr 4 CXR2001", "b.cxr 29 CXR2031"], found.Select(one => $"{one.Text.File} {one.Start.Column} {one.Code}"));
    }
}
