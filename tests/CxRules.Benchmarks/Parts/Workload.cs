using CxRules.Benchmarks.EndToEnd.Histories;
using CxRules.Benchmarks.EndToEnd.Running;
using CxRules.Model.Contacts;
using CxRules.Runtime.Sessions;
using CxRules.Streams;

namespace CxRules.Benchmarks.Parts;

/// <summary>A generated history and a rule set over it, the rows read already.</summary>
internal sealed class Workload
{
    public const int Rows = 100_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("cxrules-part-").FullName;

    /// <param name="writeRules">Writes the rule set into a folder.</param>
    public Workload(Func<string, string> writeRules)
    {
        History = new HistoryFiles(_folder).Of(Rows);
        Loaded = LoadedPlan.Of(writeRules(Path.Combine(_folder, "rules")));
        Dictionaries = Loaded.NewDictionaries();
        using var reader = HistoryReader.Open(Loaded.Source, [History], Dictionaries);
        for (var batch = new ContactBatch(Dictionaries); reader.Read(batch); batch = new ContactBatch(Dictionaries))
        {
            Batches.Add(batch);
        }

        Admitted = new bool[Batches[0].Capacity];
        Array.Fill(Admitted, true);
    }

    public string History { get; }

    public LoadedPlan Loaded { get; }

    public ContactDictionaries Dictionaries { get; }

    public List<ContactBatch> Batches { get; } = [];

    /// <summary>Every row of a batch.</summary>
    public bool[] Admitted { get; }

    public Engine Count()
    {
        var engine = new Engine(Loaded.Plan, Dictionaries);
        foreach (var batch in Batches)
        {
            engine.Count(batch, Admitted);
        }

        return engine;
    }

    /// <summary>Deletes the history and the rules.</summary>
    public void Delete() => Directory.Delete(_folder, recursive: true);
}
