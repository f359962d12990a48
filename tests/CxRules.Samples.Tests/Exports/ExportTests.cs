using System.IO.Compression;
using System.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Streams;

namespace CxRules.Samples.Tests.Exports;

/// <summary>Exports in the formats of real systems become the contacts that a reader of the file would write down.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Connect = "samples/exports/amazon-connect";
    private const string Genesys = "samples/exports/genesys-cloud";
    private const string Zendesk = "samples/exports/zendesk";
    private const string Salesforce = "samples/exports/salesforce-case";
    private const string Twilio = "samples/exports/twilio-flex";
    private const string Complaints = "samples/exports/cfpb/complaints.csv";
    private const string Requests = "samples/exports/boston-311/requests.csv";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxrules-exports-");

    /// <summary>Rules, history; received, accepted, duplicate, superseded, erased; contacts of the one case.</summary>
    public static TheoryData<string, string, int[], int?> Counts => new()
    {
        { Connect, "", [24, 22, 1, 1, 0], 10 },
        { Genesys, "", [22, 20, 1, 1, 0], 11 },
        { Zendesk, "", [23, 19, 1, 2, 1], 10 },
        { Salesforce, "", [22, 19, 1, 1, 1], 8 },
        { Twilio, "", [20, 18, 1, 1, 0], 10 },
        { "rules/cfpb", Complaints, [22, 21, 1, 0, 0], null },
        { "rules/boston-311", Requests, [21, 20, 1, 0, 0], null },
    };

    /// <summary>Rules, history, and the latest record of a contact, all of it.</summary>
    public static TheoryData<string, string, string> Contacts => new()
    {
        // Held, and a wrap-up: three durations make the handle time.
        { Connect, "", "id=c0000000-0000-4000-8000-000000000002; occurred at=2026-03-02 08:31:10; ended at=2026-03-02 08:39:37; revised at=2026-03-02 08:41:22; channel=phone; direction=inbound; queue=Billing; agent=asha.patel; handle time=522 s; wait time=20 s; outcome=CUSTOMER_DISCONNECT; disposition=bill-not-readable; customer=k-102" },

        // Hung up in the queue: nobody handled it.
        { Connect, "", "id=c0000000-0000-4000-8000-000000000003; occurred at=2026-03-02 08:52:00; ended at=2026-03-02 08:55:13; revised at=2026-03-02 08:56:43; channel=phone; direction=inbound; queue=Billing; wait time=183 s; outcome=CUSTOMER_DISCONNECT; customer=k-103" },

        // Transferred: the second leg names the first.
        { Connect, "", "id=c0000000-0000-4000-8000-000000000005; thread=c0000000-0000-4000-8000-000000000004; occurred at=2026-03-02 09:07:50; ended at=2026-03-02 09:14:31; revised at=2026-03-02 09:16:31; channel=phone; direction=inbound; queue=Tariffs; agent=mia.lund; handle time=410 s; wait time=41 s; outcome=CUSTOMER_DISCONNECT; disposition=price-not-as-promised; customer=k-104" },

        // The call back.
        { Connect, "", "id=c0000000-0000-4000-8000-000000000006; occurred at=2026-03-02 09:30:00; ended at=2026-03-02 09:35:10; revised at=2026-03-02 09:36:40; channel=phone; direction=outbound; queue=Callbacks; agent=mia.lund; handle time=330 s; wait time=0 s; outcome=AGENT_DISCONNECT; disposition=bill-not-readable; customer=k-103" },
        { Connect, "", "id=c0000000-0000-4000-8000-000000000007; occurred at=2026-03-02 10:02:00; ended at=2026-03-02 10:14:22; revised at=2026-03-02 10:15:52; channel=chat; direction=inbound; queue=Chat; agent=noor.haddad; handle time=750 s; wait time=12 s; outcome=CUSTOMER_DISCONNECT; disposition=bill-not-readable; customer=k-105" },

        // Stayed in the menu.
        { Connect, "", "id=c0000000-0000-4000-8000-000000000008; occurred at=2026-03-02 10:20:00; ended at=2026-03-02 10:20:10; revised at=2026-03-02 10:21:40; channel=phone; direction=inbound; outcome=CONTACT_FLOW_DISCONNECT" },

        // No after-call work was recorded.
        { Connect, "", "id=c0000000-0000-4000-8000-000000000009; occurred at=2026-03-02 10:41:00; ended at=2026-03-02 10:45:30; revised at=2026-03-02 10:46:30; channel=phone; direction=inbound; queue=Billing; agent=asha.patel; handle time=240 s; wait time=20 s; outcome=CUSTOMER_DISCONNECT; disposition=bill-not-readable; customer=k-106" },

        // Corrected later.
        { Connect, "", "id=c0000000-0000-4000-8000-000000000010; occurred at=2026-03-02 11:00:00; ended at=2026-03-02 11:04:30; revised at=2026-03-02 12:11:40; channel=phone; direction=inbound; queue=Billing; agent=asha.patel; handle time=270 s; wait time=20 s; outcome=CUSTOMER_DISCONNECT; disposition=moving-home; customer=k-107" },
        { Connect, "", "id=c0000000-0000-4000-8000-000000000022; occurred at=2026-03-03 17:20:00; ended at=2026-03-03 17:24:30; revised at=2026-03-03 17:26:00; channel=phone; direction=inbound; queue=Billing; agent=mia.lund; handle time=270 s; wait time=20 s; outcome=CUSTOMER_DISCONNECT; disposition=bill-not-readable; customer=k-117; csat=2" },

        { Genesys, "", "id=e0000000-0000-4000-9000-000000000001; occurred at=2026-03-02 08:10:00; ended at=2026-03-02 08:14:03; revised at=2026-03-02 08:14:03; channel=phone; direction=inbound; customer=x-201; disposition=bill-not-readable; queue=billing; agent=7c3f0000-0000-4000-8000-000000000001; handle time=220.25 s; wait time=15.48 s; transfers=0; abandoned=no" },
        { Genesys, "", "id=e0000000-0000-4000-9000-000000000003; occurred at=2026-03-02 09:00:00; ended at=2026-03-02 09:01:42; revised at=2026-03-02 09:01:42; channel=phone; direction=inbound; customer=x-203; queue=billing; wait time=97.48 s; transfers=0; abandoned=yes" },

        // Two agents, two queues: the last of each, and the sum of their times.
        { Genesys, "", "id=e0000000-0000-4000-9000-000000000004; occurred at=2026-03-02 09:20:00; ended at=2026-03-02 09:29:18; revised at=2026-03-02 09:29:18; channel=phone; direction=inbound; customer=x-204; disposition=price-not-as-promised; queue=tariffs; agent=7c3f0000-0000-4000-8000-000000000002; handle time=510.5 s; wait time=37.48 s; transfers=1; abandoned=no" },
        { Genesys, "", "id=e0000000-0000-4000-9000-000000000005; occurred at=2026-03-02 09:45:00; ended at=2026-03-02 09:58:58; revised at=2026-03-02 09:58:58; channel=phone; direction=inbound; customer=x-203; disposition=bill-not-readable; queue=billing; agent=7c3f0000-0000-4000-8000-000000000001; handle time=220.25 s; wait time=610.48 s; transfers=0; abandoned=no" },
        { Genesys, "", "id=e0000000-0000-4000-9000-000000000006; occurred at=2026-03-02 10:00:00; ended at=2026-03-02 10:14:23; revised at=2026-03-02 10:14:23; channel=message; direction=inbound; customer=x-205; disposition=bill-not-readable; queue=billing; agent=7c3f0000-0000-4000-8000-000000000002; handle time=840.25 s; wait time=15.48 s; transfers=0; abandoned=no" },

        // The agent let the time for the wrap-up run out.
        { Genesys, "", "id=e0000000-0000-4000-9000-000000000007; occurred at=2026-03-02 10:30:00; ended at=2026-03-02 10:34:03; revised at=2026-03-02 10:34:03; channel=phone; direction=inbound; queue=billing; agent=7c3f0000-0000-4000-8000-000000000001; handle time=220.25 s; wait time=15.48 s; transfers=0; abandoned=no" },

        // First exported while it went on.
        { Genesys, "", "id=e0000000-0000-4000-9000-000000000008; occurred at=2026-03-02 10:50:00; ended at=2026-03-02 10:54:03; revised at=2026-03-02 10:54:03; channel=phone; direction=inbound; customer=x-206; disposition=bill-not-readable; queue=billing; agent=7c3f0000-0000-4000-8000-000000000001; handle time=220.25 s; wait time=15.48 s; transfers=0; abandoned=no" },

        // Outbound: no queue.
        { Genesys, "", "id=e0000000-0000-4000-9000-000000000009; occurred at=2026-03-02 11:05:00; ended at=2026-03-02 11:06:33; revised at=2026-03-02 11:06:33; channel=phone; direction=outbound; customer=x-207; disposition=bill-not-readable; agent=7c3f0000-0000-4000-8000-000000000001; handle time=85.25 s; transfers=0; abandoned=no" },

        // Reopened the next day.
        { Zendesk, "", "id=10001; customer=501; occurred at=2026-03-02 08:02:11; ended at=2026-03-03 09:15:00; revised at=2026-03-03 09:20:00; erased=no; channel=web; queue=21; agent=31; outcome=solved; tag=new_bill+vip+reopened; reopens=1; csat=1; disposition=bill_not_readable; product=fibre" },
        { Zendesk, "", "id=10002; customer=502; occurred at=2026-03-02 08:30:00; ended at=2026-03-02 09:05:00; revised at=2026-03-02 09:10:00; erased=no; channel=email; queue=21; agent=31; outcome=solved; reopens=0; csat=5; disposition=bill_not_readable; product=fibre" },

        // The ticket fields in another order, their values before their ids.
        { Zendesk, "", "id=10003; customer=503; occurred at=2026-03-02 08:45:30; ended at=2026-03-02 08:59:00; revised at=2026-03-02 09:00:00; erased=no; channel=messaging; queue=21; agent=31; outcome=solved; tag=new_bill; reopens=0; disposition=bill_not_readable; product=fibre" },
        { Zendesk, "", "id=10004; customer=504; occurred at=2026-03-02 09:12:00; ended at=2026-03-02 09:29:00; revised at=2026-03-02 09:30:00; erased=no; channel=phone; queue=21; agent=31; outcome=solved; reopens=0" },

        // An incident of a problem ticket, passed to another group.
        { Zendesk, "", "id=10005; thread=10001; customer=505; occurred at=2026-03-02 09:40:00; ended at=2026-03-02 14:55:00; revised at=2026-03-02 15:00:00; erased=no; channel=email; queue=22; agent=33; outcome=solved; tag=transferred; reopens=0; disposition=bill_not_readable; product=fibre" },
        { Zendesk, "", "id=10006; customer=506; occurred at=2026-03-02 10:05:00; revised at=2026-03-02 10:06:00; erased=no; channel=phone; queue=21; outcome=closed; tag=abandoned_in_queue; reopens=0" },
        { Zendesk, "", "id=10010; erased=yes" },

        { Salesforce, "", "id=5005g00000AAA0001AAA; customer=0035g00000CCC0001AAA; occurred at=2026-03-02 08:05:00; ended at=2026-03-02 08:39:00; revised at=2026-03-02 08:40:00; erased=no; channel=phone; disposition=Bill not readable; sub-disposition=Billing; outcome=Closed; owner hint=0055g00000EEE0001AAA; escalated=no" },

        // Reopened and coded anew.
        { Salesforce, "", "id=5005g00000AAA0002AAA; customer=0035g00000CCC0002AAA; occurred at=2026-03-02 08:20:00; ended at=2026-03-03 10:09:00; revised at=2026-03-03 10:10:00; erased=no; channel=email; disposition=Price not as promised; sub-disposition=Billing; outcome=Closed; owner hint=0055g00000EEE0001AAA; escalated=no" },
        { Salesforce, "", "id=5005g00000AAA0004AAA; customer=0035g00000CCC0004AAA; occurred at=2026-03-02 09:02:00; revised at=2026-03-02 12:00:00; erased=no; channel=phone; disposition=Price not as promised; sub-disposition=Billing; outcome=Escalated; owner hint=0055g00000EEE0002AAA; escalated=yes" },
        { Salesforce, "", "id=5005g00000AAA0005AAA; thread=5005g00000AAA0001AAA; customer=0035g00000CCC0001AAA; occurred at=2026-03-02 09:30:00; ended at=2026-03-02 09:49:00; revised at=2026-03-02 09:50:00; erased=no; channel=phone; disposition=Bill not readable; sub-disposition=Billing; outcome=Closed; owner hint=0055g00000EEE0001AAA; escalated=no" },

        // Neither origin nor reason nor person.
        { Salesforce, "", "id=5005g00000AAA0006AAA; occurred at=2026-03-02 09:44:00; revised at=2026-03-02 09:44:00; erased=no; channel=unspecified; outcome=New; owner hint=00G5g00000FFF0001AAA; escalated=no" },
        { Salesforce, "", "id=5005g00000AAA0007AAA; customer=0035g00000CCC0005AAA; occurred at=2026-03-02 10:10:00; ended at=2026-03-02 10:48:00; revised at=2026-03-02 10:50:00; erased=no; channel=chat; disposition=Bill not readable; sub-disposition=Billing; outcome=Closed; owner hint=0055g00000EEE0002AAA; escalated=no" },
        { Salesforce, "", "id=5005g00000AAA0008AAA; customer=0035g00000CCC0006AAA; occurred at=2026-03-02 10:30:00; ended at=2026-03-02 10:35:00; revised at=2026-03-02 10:35:00; erased=no; channel=phone; sub-disposition=Billing; outcome=Abandoned; owner hint=00G5g00000FFF0001AAA; escalated=no" },
        { Salesforce, "", "id=5005g00000AAA0010AAA; erased=yes; channel=unspecified" },

        { Twilio, "", "id=WT00000000000000000000000000000002; occurred at=2026-03-02 08:25:40; revised at=2026-03-02 23:10:00; channel=phone; direction=inbound; queue=Billing; agent=asha.patel@northwind.example; customer=c-302; disposition=Bill not readable; handle time=520 s; wait time=15 s; abandoned=no; transfers=0; csat=2" },
        { Twilio, "", "id=WT00000000000000000000000000000003; occurred at=2026-03-02 08:55:00; revised at=2026-03-02 23:10:00; channel=phone; direction=inbound; queue=Billing; customer=c-303; wait time=121 s; abandoned=yes; transfers=0" },
        { Twilio, "", "id=WT00000000000000000000000000000004; occurred at=2026-03-02 09:10:00; revised at=2026-03-02 23:10:00; channel=phone; direction=inbound; queue=Tariffs; agent=mia.lund@northwind.example; customer=c-304; disposition=Price not as promised; handle time=630 s; wait time=55 s; abandoned=no; transfers=1" },
        { Twilio, "", "id=WT00000000000000000000000000000005; thread=c-303/1; occurred at=2026-03-02 09:35:00; revised at=2026-03-02 23:10:00; channel=phone; direction=outbound; queue=Billing; agent=mia.lund@northwind.example; customer=c-303; disposition=Bill not readable; handle time=320 s; wait time=0 s; abandoned=no; transfers=0" },
        { Twilio, "", "id=WT00000000000000000000000000000006; occurred at=2026-03-02 10:00:30; revised at=2026-03-02 23:10:00; channel=chat; direction=inbound; queue=Chat; agent=noor.haddad@northwind.example; customer=c-305; disposition=Bill not readable; handle time=640 s; wait time=15 s; abandoned=no; transfers=0; csat=5" },
        { Twilio, "", "id=WT00000000000000000000000000000007; occurred at=2026-03-02 10:20:00; revised at=2026-03-03 23:10:00; channel=sms; direction=inbound; queue=Chat; agent=noor.haddad@northwind.example; customer=c-306; disposition=Bill not readable; handle time=220 s; wait time=15 s; abandoned=no; transfers=0" },
        { Twilio, "", "id=WT00000000000000000000000000000008; occurred at=2026-03-02 10:45:10; revised at=2026-03-02 23:10:00; channel=email; direction=inbound; queue=Mail; agent=ben.okafor@northwind.example; disposition=Bill not readable; handle time=920 s; wait time=5400 s; abandoned=no; transfers=0" },

        { "rules/cfpb", Complaints, "id=9000003; occurred at=2026-03-02 05:00:00; channel=referral; product=Checking or savings account; topic=Checking account; disposition=Closing an account; sub-disposition=Can't close your account; region=NY; outcome=Closed with explanation; timely=yes" },
        { "rules/cfpb", Complaints, "id=9000004; occurred at=2026-03-02 05:00:00; channel=post; product=Checking or savings account; disposition=Managing an account; outcome=Closed with explanation; timely=yes" },
        { "rules/cfpb", Complaints, "id=9000006; occurred at=2026-03-02 05:00:00; channel=fax; product=Checking or savings account; topic=Checking account; disposition=Managing an account; sub-disposition=Deposits and withdrawals; region=NY; outcome=In progress; timely=no" },
        { "rules/boston-311", Requests, "id=101006000001; occurred at=2026-03-02 12:12:05; ended at=2026-03-03 15:00:00; channel=app; disposition=Street Light Outages; topic=Street Lights; product=Public Works Department; region=Dorchester; queue=PWDx_Street Light Outages; owner hint=PWDx" },
        { "rules/boston-311", Requests, "id=101006000004; occurred at=2026-03-02 14:15:30; channel=web; disposition=Missed Trash/Recycling/Yard Waste/Bulk Item; topic=Sanitation; product=Public Works Department; queue=PWDx_Missed Trash; owner hint=PWDx" },

        // A second before the clocks go forward, and the second after.
        { "rules/boston-311", Requests, "id=101006000005; occurred at=2026-03-08 06:59:59; channel=social; disposition=Street Light Outages; topic=Street Lights; product=Public Works Department; region=Dorchester; queue=PWDx_Street Light Outages; owner hint=PWDx" },
        { "rules/boston-311", Requests, "id=101006000006; occurred at=2026-03-08 07:00:00; channel=system; disposition=Street Light Outages; topic=Street Lights; product=Public Works Department; region=Dorchester; queue=PWDx_Street Light Outages; owner hint=PWDx" },
    };

    public static TheoryData<string, string> Exports
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in Counts)
            {
                data.Add((string)row[0], (string)row[1]);
            }

            return data;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Contacts))]
    public void Contact_OfAnExport_IsRightFieldByField(string rules, string history, string expected)
    {
        // The file that the database offers has no such column; the one that rules/cfpb is tried on has.
        var lines = Export.Load(rules, history).Lines(without: "submitted at");

        Assert.Equal(expected, lines.Last(line => line.Split(';')[0] == expected.Split(';')[0]));
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Replay_OfAnExport_RunsAtOnce(string rules, string history, int[] counts, int? contacts)
    {
        var export = Export.Load(rules, history);
        Assert.Equal("", string.Join("\n", export.RuleSet.Diagnostics.Select(diagnostic => $"{diagnostic} {diagnostic.Help}")));

        var result = export.Replay();

        Assert.Empty(result.Rejects.Select(reject => reject.ToString()));
        Assert.Equal(counts, new[] { result.History.Received, result.History.Accepted, result.History.Duplicate, result.History.Superseded, result.History.Erased }.Select(count => (int)count));
        Assert.Equal(contacts is { } some ? [some] : [], result.Cases.Select(found => (int)found.Contacts));
    }

    /// <summary>With a byte order mark, Windows line ends, and packed.</summary>
    [Theory]
    [MemberData(nameof(Exports))]
    public void Export_SavedInAnotherWay_IsTheSame(string rules, string history)
    {
        var export = Export.Load(rules, history);
        var saved = export with { Files = [.. export.Files.Select(file => Write(file + ".gz", Pack("\uFEFF" + File.ReadAllText(file).TrimStart('\uFEFF').ReplaceLineEndings("\r\n"))))] };

        Assert.Equal<string>(export.Lines(without: "submitted at"), saved.Lines(without: "submitted at"));
    }

    /// <summary>Of JSON it is known that it is not whole; of a table the row that is cut in two is refused.</summary>
    [Theory]
    [MemberData(nameof(Exports))]
    public void Export_CutOffInTheMiddle_SaysSo(string rules, string history)
    {
        var export = Export.Load(rules, history);
        var bytes = File.ReadAllBytes(export.Files[0]);
        var source = export.Source with { Fields = [.. export.Source.Fields.Where(mapped => mapped.Field.Name != "submitted at")] };
        var dictionaries = new ContactDictionaries(export.Schema, source.Fields.Select(mapped => mapped.Field));
        var batch = new ContactBatch(dictionaries);
        using var reader = HistoryReader.Open(source, [Write(export.Files[0], bytes[..(bytes.Length / 2)])], dictionaries);
        string? code = null;
        try
        {
            while (reader.Read(batch))
            {
            }
        }
        catch (HistoryException failure)
        {
            code = failure.Code;
        }

        code ??= Assert.Single(reader.Rejects).Code;
        string[] expected = source.Format == HistoryFormat.Json ? ["CXR4052"] : ["CXR4001", "CXR4002"];
        Assert.Contains(code, expected);
    }

    [Theory]
    [InlineData(Connect)]
    [InlineData(Genesys)]
    [InlineData(Zendesk)]
    [InlineData(Salesforce)]
    [InlineData(Twilio)]
    [InlineData("samples/exports/cfpb")]
    [InlineData("samples/exports/boston-311")]
    public void Readme_OfAnExport_IsShortAndShowsTheCommand(string folder)
    {
        var lines = File.ReadAllLines(Repository.PathOf($"{folder}/README.md"));

        Assert.InRange(lines.Length, 5, 15);
        Assert.Contains(lines, line => line.StartsWith("    cxrules replay ", StringComparison.Ordinal));
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, Path.GetFileName(name));
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
