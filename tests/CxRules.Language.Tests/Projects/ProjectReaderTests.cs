using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Tests.Projects;

public sealed class ProjectReaderTests
{
    public const string Everything = """
        language: 1
        name: northwind-telecom
        zone: Europe/London
        locale: en-GB                       # how reports write numbers
        currency: GBP
        week starts: sunday
        match: first
        late after: 15 min
        fields:
          plan: category
          contract end: instant
          plan note: text
          lines: integer
          balance: decimal
          arrears: money
          downtime: duration
          on trial: flag
          add-ons: list
        dispositions:
          billing: { title: Billing }
          billing-confusion: { below: billing, demand: failure, touchpoint: First Bill, was: [bill-query] }
          other: { demand: unclassified, missing: true }
        touchpoints:
          first-bill: { journey: join, owner: billing }
        owners:
          Billing: { email: billing@example.test, via: Billing Jira }
          CX:
        fallback owner: CX
        costs:
          - from: 2026-01-01
            contacts:
              spend: 410,000 GBP per month
              contacts: 52000 per month
            channels: { chat: 3.10 GBP, email: £4.40 }
            loaded rate: 31.50 GBP per hour
            acquisition: 212 GBP
            escalations: { base: 35 GBP, regulator: { money: 16, time: 6 }, small-claim: { money: 27 } }
            note: invented for this sample
          - from: 2026-07-01
            loaded rate: 33 GBP per hour
            note: invented for this sample
        baseline: { method: mean, windows: 6, least: 3, chance guard: 0.1% }
        calendars:
          holidays: [2026-04-03, 2026-04-06]
          incidents: [{ from: 2026-02-10T08:00, to: 2026-02-11, title: core outage }]
          school breaks: [2026-02-16, { from: 2026-07-20, to: 2026-08-31 }]
        exposure: { bills: exposure/bills.csv }
        samples: { meter-confusion: { file: samples/meter.csv, until: 2026-03-31 } }
        gaps: [2026-01-11]
        history: { files: ["history/*.csv.gz"], source: crm-export }
        webhooks:
          billing-jira: { url: "https://jira.example.test/hook", secret: env BILLING_HOOK_SECRET }
        lints: { CXR3001: off, CXR3003: error }
        csharp: on
        """;

    /// <summary>The code and the source with its one place.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "CXR2101", "«zoen»: Europe/London" },
        { "CXR2101", "owners: { CX: { «mail»: a@b.c } }" },
        { "CXR2101", "history: { «file»: a.csv }" },
        { "CXR2102", "«just a text»" },
        { "CXR2102", "owners: «Billing»" },
        { "CXR2102", "currency: GBP\ncosts: «{ from: 2026-01-01 }»" },
        { "CXR2102", "name: «[a, b]»" },
        { "CXR2102", "locale: «English»" },
        { "CXR2102", "baseline: { windows: «many» }" },
        { "CXR2102", "baseline: { windows: «2.5» }" },
        { "CXR2102", "currency: GBP\ncosts: [{ from: 2026-01-01, contacts: { spend: 1 GBP per month, contacts: «52000» } }]" },
        { "CXR2103", "match: «frist»" },
        { "CXR2103", "week starts: «day one»" },
        { "CXR2103", "fields: { plan: «number» }" },
        { "CXR2103", "dispositions: { a: { demand: «bad» } }" },
        { "CXR2104", "currency: GBP\ncosts: [«{ loaded rate: 3 GBP per hour }»]" },
        { "CXR2104", "currency: GBP\ncosts: [{ from: 2026-01-01, contacts: «{ spend: 3 GBP per month }» }]" },
        { "CXR2104", "calendars: { incidents: [«{ from: 2026-02-10T08:00 }»] }" },
        { "CXR2105", "zone: «Europe/Londn»" },
        { "CXR2105", "zone: «EST»" },
        { "CXR2105", "zone: «Etc/GMT+5»" },
        { "CXR2106", "language: «2»" },
        { "CXR2107", "currency: «GPB»" },
        { "CXR2107", "currency: «£»\ncosts: [{ from: 2026-01-01, loaded rate: 3 GBP per hour }]" },
        { "CXR2107", "currency: GBP\ncosts: [{ from: 2026-01-01, channels: { chat: 3 «»} }]".Replace("3 «»", "«3 GPB» ") },
        { "CXR2108", "gaps: [«11.01.2026»]" },
        { "CXR2108", "gaps: [«2026-02-30»]" },
        { "CXR2108", "calendars: { incidents: [{ from: «2026-02-10T08:00Z», to: 2026-02-11 }] }" },
        { "CXR2109", "currency: GBP\ncosts: [{ from: 2026-01-01, loaded rate: «31.50» }]" },
        { "CXR2109", "currency: GBP\ncosts: [{ from: 2026-01-01, loaded rate: «31.50 GBP» }]" },
        { "CXR2109", "currency: GBP\ncosts: [{ from: 2026-01-01, channels: { chat: «3.10» } }]" },
        { "CXR2109", "currency: GBP\ncosts: [{ from: 2026-01-01, contacts: { spend: «lots», contacts: 5 per month } }]" },
        { "CXR2110", "currency: GBP\ncosts: [{ from: 2026-01-01, channels: { chat: «3.10 EUR» } }]" },
        { "CXR2111", "costs: «[{ from: 2026-01-01, channels: { chat: 3.10 EUR } }]»" },
        { "CXR2112", "currency: GBP\ncosts: [{ from: 2026-01-01, channels: { chat: «-3.10 GBP» } }]" },
        { "CXR2112", "currency: GBP\ncosts: [{ from: 2026-01-01, loaded rate: «0 GBP per hour» }]" },
        { "CXR2112", "currency: GBP\ncosts: [{ from: 2026-01-01, contacts: { spend: 5 GBP per month, contacts: «0 per month» } }]" },
        { "CXR2112", "baseline: { windows: «0» }" },
        { "CXR2112", "baseline: { chance guard: «5» }" },
        { "CXR2113", "fields: { «handle time»: duration }" },
        { "CXR2113", "fields: { «handle-time»: duration }" },
        { "CXR2113", "fields: { «partition»: category }" },
        { "CXR2114", "fields: { «Plan»: category }" },
        { "CXR2114", "fields: { «a  b»: category }" },
        { "CXR2115", "fields: { plan type: text, «plan-type»: text }" },
        { "CXR2115", "dispositions: [Tree Emergencies, «tree-emergencies»]" },
        { "CXR2115", "dispositions: { a: { was: [«b»] }, b: {} }" },
        { "CXR2115", "owners: { Billing: {}, «billing»: {} }" },
        { "CXR2116", "dispositions: { a: { below: «b» }, b: { below: c }, c: { below: a }, d: { below: a } }" },
        { "CXR2116", "dispositions: { a: { below: «a» } }" },
        { "CXR2117", "dispositions: { billing: {}, fees: { below: «biling» } }" },
        { "CXR2117", "touchpoints: { first-bill: {} }\ndispositions: { fees: { touchpoint: «frist-bill» } }" },
        { "CXR2117", "owners: { Billing: {} }\ntouchpoints: { first-bill: { owner: «Biling» } }" },
        { "CXR2117", "owners: { Billing: {} }\nfallback owner: «CX»" },
        { "CXR2118", "currency: GBP\ncosts: [{ from: 2026-01-01 }, { from: «2025-01-01» }]" },
        { "CXR2119", "currency: GBP\ncosts: [{ from: 2026-01-01 }, { from: «2026-01-01» }]" },
        { "CXR2120", "calendars: { incidents: [{ from: 2026-02-10T08:00, to: «2026-02-10T08:00» }] }" },
        { "CXR2121", "owners: { CX: { email: «cx at example» } }" },
        { "CXR2122", "baseline: { windows: 3, least: «4» }" },
        { "CXR2123", "owners: { «\"-\"»: {} }" },
        { "CXR2101", "currency: GBP\ncosts: [{ from: 2026-01-01, escalations: { base: 3 GBP, regulator: { money: 2, «tiem»: 3 } } }]" },
        { "CXR2101", "samples: { meter: { file: a.csv, «untill»: 2026-03-31 } }" },
        { "CXR2101", "webhooks: { jira: { url: \"https://a.example\", «token»: x } }" },
        { "CXR2102", "late after: «soon»" },
        { "CXR2102", "late after: «15»" },
        { "CXR2102", "late after: «3 contacts»" },
        { "CXR2102", "exposure: { bills: «{ file: a.csv }» }" },
        { "CXR2102", "samples: { meter: «a.csv» }" },
        { "CXR2102", "samples: { meter: «~» }" },
        { "CXR2102", "currency: GBP\ncosts: [{ from: 2026-01-01, escalations: «~» }]" },
        { "CXR2102", "name: «null»" },
        { "CXR2102", "calendars: { school: [«[2026-01-01]»] }" },
        { "CXR2103", "csharp: «maybe»" },
        { "CXR2103", "lints: { CXR3001: «of» }" },
        { "CXR2103", "baseline: { method: «modus» }" },
        { "CXR2103", "dispositions: { a: { missing: «maybe» } }" },
        { "CXR2104", "currency: GBP\ncosts: [{ from: 2026-01-01, escalations: «{ regulator: { money: 16 } }» }]" },
        { "CXR2104", "currency: GBP\ncosts: [{ from: 2026-01-01, escalations: { base: 3 GBP, regulator: «{ time: 16 }» } }]" },
        { "CXR2104", "samples: { meter: «{ until: 2026-03-31 }» }" },
        { "CXR2104", "webhooks: { jira: «{ secret: env A }» }" },
        { "CXR2132", "exposure: { bills: a.csv }\nbaseline: «{ method: per exposure }»" },
        { "CXR2108", "samples: { meter: { file: a.csv, until: «soon» } }" },
        { "CXR2108", "calendars: { school: [«Easter»] }" },
        { "CXR2109", "currency: GBP\ncosts: [{ from: 2026-01-01, acquisition: «212» }]" },
        { "CXR2109", "currency: GBP\ncosts: [{ from: 2026-01-01, escalations: { base: «much» } }]" },
        { "CXR2110", "currency: GBP\ncosts: [{ from: 2026-01-01, escalations: { base: «3 EUR» } }]" },
        { "CXR2112", "late after: «0 min»" },
        { "CXR2112", "late after: «999999999999999999999999999 weeks»" },
        { "CXR2112", "currency: GBP\ncosts: [{ from: 2026-01-01, acquisition: «0 GBP» }]" },
        { "CXR2112", "currency: GBP\ncosts: [{ from: 2026-01-01, escalations: { base: 3 GBP, regulator: { money: «-16» } } }]" },
        { "CXR2115", "calendars: { school: [], «School»: [] }" },
        { "CXR2115", "exposure: { bills: a.csv, «Bills»: b.csv }" },
        { "CXR2117", "owners: { Billing: { via: «jira» } }" },
        { "CXR2117", "webhooks: { jira: { url: \"https://a.example\" } }\nowners: { Billing: { via: «jria» } }" },
        { "CXR2117", "exposure: { bills: a.csv }\nbaseline: { method: per exposure, exposure: «bils» }" },
        { "CXR2120", "calendars: { school: [{ from: 2026-02-10, to: «2026-02-08» }] }" },
        { "CXR2123", "webhooks: { «\"-\"»: { url: \"https://a.example\" } }" },
        { "CXR2124", "exposure: { bills: «../bills.csv» }" },
        { "CXR2124", "exposure: { bills: «a/../../bills.csv» }" },
        { "CXR2124", "exposure: { bills: «/etc/bills.csv» }" },
        { "CXR2124", "exposure: { bills: «'C:\\bills.csv'» }" },
        { "CXR2124", "exposure: { bills: «~/bills.csv» }" },
        { "CXR2124", "exposure: { bills: «'a\\bills.csv'» }" },
        { "CXR2124", "samples: { meter: { file: «../meter.csv» } }" },
        { "CXR2125", "webhooks: { jira: { url: \"https://a.example\", secret: «s3cr3t» } }" },
        { "CXR2125", "webhooks: { jira: { url: \"https://a.example\", secret: «env» } }" },
        { "CXR2125", "webhooks: { jira: { url: \"https://a.example\", secret: «env A-B» } }" },
        { "CXR2126", "webhooks: { jira: { url: «\"http://a.example\"» } }" },
        { "CXR2126", "webhooks: { jira: { url: «\"https://me:secret@a.example\"» } }" },
        { "CXR2126", "webhooks: { jira: { url: «jira.example» } }" },
        { "CXR2127", "lints: { «CXR3999»: off }" },
        { "CXR2127", "lints: { «CXR2001»: off }" },
        { "CXR2127", "lints: { «cxr3001»: off }" },
        { "CXR2128", "calendars: { «holiday»: [2026-04-03] }" },
        { "CXR2129", "calendars: { school: [{ from: 2026-02-10, to: «2062-02-11» }] }" },
        { "CXR2130", "baseline: { method: «fixed 120» }" },
        { "CXR2131", "exposure: { bills: a.csv }\nbaseline: { exposure: «bills» }" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Read_Mistake_IsOneLocatedDiagnostic(string code, string marked)
    {
        var (source, span) = Marked.Parse(marked);

        var (_, diagnostics) = Read(source);

        var found = Assert.Single(diagnostics);
        Assert.Equal((code, span), (found.Code, found.Span));
        Assert.DoesNotContain("{", found.Message.Replace("{ ", ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zoen: Europe/London", "`zone`")]
    [InlineData("zone: Europe/Londn", "`Europe/London`")]
    [InlineData("zone: london", "`Europe/London`")]
    [InlineData("zone: New York", "`America/New_York`")]
    [InlineData("zone: EST", "`America/New_York`")]
    [InlineData("zone: europe/berlin", "`Europe/Berlin`")]
    [InlineData("zone: gmt", "`Europe/London`")]
    [InlineData("match: frist", "`first`")]
    [InlineData("currency: GPB", "`GBP`")]
    [InlineData("currency: euro", "`EUR`")]
    [InlineData("owners: { Billing: {} }\nfallback owner: Biling", "`Billing`")]
    [InlineData("lints: { cxr3001: off }", "`CXR3001`")]
    [InlineData("csharp: of", "`off`")]
    [InlineData("baseline: { method: trimed mean }", "`trimmed mean`")]
    [InlineData("webhooks: { jira: { url: \"https://a.example\" } }\nowners: { Billing: { via: jria } }", "`jira`")]
    public void Read_MisspeltName_SaysWhatWasMeant(string source, string meant) =>
        Assert.Equal($"Did you mean {meant}?", Assert.Single(Read(source).Diagnostics).Help);

    [Fact]
    public void Read_EveryKey_BecomesTheProject()
    {
        var (project, diagnostics) = Read(Everything);

        Assert.Empty(diagnostics);
        Assert.Equal(("northwind-telecom", "Europe/London", "en-GB", "GBP"), (project.Name, project.Zone?.Id, project.Locale, project.Currency));
        Assert.Equal((DayOfWeek.Sunday, MatchPolicy.First, "CX"), (project.WeekStarts, project.Match, project.FallbackOwner));
        Assert.Equal(FieldKind.Instant, project.Schema.Find("contract end")?.Kind);
        Assert.Equal(["Billing", "CX"], project.Owners.Select(owner => owner.Name));
        Assert.Equal("billing@example.test", project.Owners[0].Email);
        Assert.Equal(new Touchpoint("first-bill", "join", "Billing"), Assert.Single(project.Touchpoints));
        Assert.Equal(new BaselineSettings(BaselineMethod.Mean, 6, 3, 0.001), project.Baseline);
        Assert.Equal([new(2026, 4, 3), new(2026, 4, 6)], project.Holidays.Order());
        Assert.Equal([new DateOnly(2026, 1, 11)], project.Gaps);
        Assert.Equal(new Incident(new(2026, 2, 10, 8, 0, 0), new(2026, 2, 12), "core outage"), Assert.Single(project.Incidents));
        Assert.Equal<string>(["history/*.csv.gz"], project.HistoryFiles);
        Assert.Equal("crm-export", project.HistorySource);
    }

    [Fact]
    public void Read_Declarations_BecomeTheProject()
    {
        var project = Read(Everything).Project;

        Assert.Equal(TimeSpan.FromMinutes(15), project.LateAfter);
        Assert.Equal(new Exposure("bills", "exposure/bills.csv"), Assert.Single(project.Exposures));
        Assert.Equal(new Sample("meter-confusion", "samples/meter.csv", new(2026, 3, 31)), Assert.Single(project.Samples));
        Assert.Equal(new Webhook("billing-jira", "https://jira.example.test/hook", "BILLING_HOOK_SECRET"), Assert.Single(project.Webhooks));
        Assert.Equal("billing-jira", project.Owners[0].Via);
        Assert.Equal((LintSetting.Off, LintSetting.Error), (project.Lints["CXR3001"], project.Lints["CXR3003"]));
        Assert.Equal(CSharpPolicy.On, project.CSharp);
        Assert.True(project.Dispositions[2].IsMissing);
        Assert.Equal(["holidays", "incidents", "school breaks"], project.Calendars.Select(calendar => calendar.Name));
        Assert.Equal<Incident>([new(new(2026, 2, 16), new(2026, 2, 17), null), new(new(2026, 7, 20), new(2026, 9, 1), null)], project.Calendars[2].Spans);
    }

    [Fact]
    public void Read_Escalations_HaveTheirBaseAndFactors()
    {
        var table = Read(Everything).Project.Costs[0];

        Assert.Equal((212m, 35m), (table.Acquisition, table.Escalations?.Base));
        Assert.Equal((new EscalationFactor(16, 6), new(27, 1)), (table.Escalations?.Kinds["regulator"], table.Escalations?.Kinds["small-claim"]));
    }

    [Theory]
    [InlineData("median", BaselineMethod.Median)]
    [InlineData("mean", BaselineMethod.Mean)]
    [InlineData("same weekday", BaselineMethod.SameWeekday)]
    [InlineData("trimmed-mean", BaselineMethod.TrimmedMean)]
    [InlineData("EWMA", BaselineMethod.Ewma)]
    [InlineData("per exposure, exposure: Bills", BaselineMethod.PerExposure)]
    public void Read_BaselineMethod_IsTaken(string method, BaselineMethod expected)
    {
        var (project, diagnostics) = Read($"exposure: {{ bills: a.csv }}\nbaseline: {{ method: {method} }}");

        Assert.Empty(diagnostics);
        Assert.Equal((expected, expected == BaselineMethod.PerExposure ? "bills" : null), (project.Baseline.Method, project.Baseline.Exposure));
    }

    [Fact]
    public void Read_HolidaysAsARange_AreItsDays()
    {
        var project = Read("calendars: { holidays: [{ from: 2026-12-24T18:00, to: 2026-12-26 }, 2027-01-01] }").Project;

        Assert.Equal([new(2026, 12, 24), new(2026, 12, 25), new(2026, 12, 26), new DateOnly(2027, 1, 1)], project.Holidays.Order());
    }

    [Fact]
    public void Read_LiteralSecret_IsNotRepeatedInAnyText()
    {
        var found = Assert.Single(Read("webhooks: { jira: { url: \"https://a.example\", secret: hunter2 } }").Diagnostics);

        Assert.DoesNotContain("hunter2", $"{found.Message} {found.Help} {found.Fix}", StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Dispositions_NameWhatWasDeclared()
    {
        var confusion = Read(Everything).Project.Dispositions[1];

        Assert.Equal(("billing-confusion", "billing", Demand.Failure, "first-bill"), (confusion.Code, confusion.Below, confusion.Demand, confusion.Touchpoint));
        Assert.Equal<string>(["bill-query"], confusion.Was);
    }

    [Fact]
    public void Read_Costs_AreDividedAndDated()
    {
        var project = Read(Everything).Project;

        Assert.Equal([new(2026, 1, 1), new DateOnly(2026, 7, 1)], project.Costs.Select(table => table.From));
        Assert.Equal((410_000m / 52_000m, 31.50m), (project.Costs[0].PerContact, project.Costs[0].LoadedRate));
        Assert.Equal((3.10m, 4.40m), (project.Costs[0].Channels["chat"], project.Costs[0].Channels["email"]));
        Assert.Equal((null, 33m), (project.Costs[1].PerContact, project.Costs[1].LoadedRate));
        Assert.Equal("invented for this sample", project.CostNote);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    [InlineData("{}")]
    public void Read_EmptyFile_IsTheDefaultProject(string source)
    {
        var (project, diagnostics) = Read(source);

        Assert.Empty(diagnostics);
        Assert.Equal(("rules", 0, 8), (project.Name, project.Dispositions.Length, project.Baseline.Windows));
    }

    [Theory]
    [InlineData("dispositions: open")]
    [InlineData("match: \" First \"")]
    [InlineData("dispositions: [a, b, Late Fee]")]
    [InlineData("dispositions:\n  a:\n  b:\n")]
    [InlineData("touchpoints: { first-bill: { owner: anyone } }")]
    [InlineData("fallback owner: anyone")]
    [InlineData("gaps: 2026-01-11")]
    [InlineData("baseline: { windows: 2 }")]
    [InlineData("baseline: { chance guard: off }")]
    [InlineData("csharp: off\nlints:\n")]
    [InlineData("late after: 1.5 hours")]
    [InlineData("calendars: { bank holidays: 2026-04-03, School Holidays: [] }")]
    [InlineData("exposure: { bills: ./a/../bills.csv }")]
    [InlineData("name: 'null'\nowners: { Billing: ~ }")]
    [InlineData("currency: USD\ncosts: [{ from: 2026-01-01, channels: { chat: $3 } }]")]
    [InlineData("currency: CAD\ncosts: [{ from: 2026-01-01, channels: { chat: $3 } }]")]
    public void Read_LenientForms_AreFine(string source) => Assert.Empty(Read(source).Diagnostics);

    [Fact]
    public void Read_SeveralMistakes_AreAllReportedAndTheRestIsRead()
    {
        var (project, diagnostics) = Read("zone: Nowhere/City\nname: kept\nmatch: some\nowners: { CX: { email: no } }\n");

        Assert.Equal(["CXR2103", "CXR2105", "CXR2121"], diagnostics.Select(found => found.Code).Order());
        Assert.Equal(("kept", "CX"), (project.Name, project.Owners[0].Name));
    }

    [Fact]
    public void Read_SpendWithAComma_IsOneMistakeAndReadAsMeant()
    {
        var (project, diagnostics) = Read("currency: GBP\ncosts:\n  - from: 2026-01-01\n    contacts: { spend: 410,000 GBP per month, contacts: 52000 per month }\n");

        Assert.Equal("CXR1120", Assert.Single(diagnostics).Code);
        Assert.Equal(410_000m / 52_000m, project.Costs[0].PerContact);
    }

    [Fact]
    public void Read_AnyPrefixOfAProject_NeverThrows()
    {
        for (var length = 0; length <= Everything.Length; length++)
        {
            Assert.NotNull(Read(Everything[..length]).Project);
        }
    }

    private static (Project Project, IReadOnlyList<Diagnostic> Diagnostics) Read(string source)
    {
        var bag = new DiagnosticBag();
        var project = ProjectReader.Read(new("cxrules.yaml", source), bag).Project;
        return (project, bag.ToImmutable());
    }
}
