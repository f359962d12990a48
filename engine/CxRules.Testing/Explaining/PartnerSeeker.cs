using System.Text;
using CxRules.Model.Contacts;
using CxRules.Runtime;
using CxRules.Runtime.Matching;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Explaining;

/// <summary>Finds the ids of a customer's contacts at one instant that a journey looks for.</summary>
/// <param name="same">The code that both share; 0 where the journey asks for none.</param>
internal sealed class PartnerSeeker(DecidedReplay replay, JourneyAtom atom, int customer, int same, long at) : IContactSink
{
    private readonly PopulationProbe _target = replay.Pass.Engine.Probe([replay.Plan.Populations[atom.Target]]);
    private readonly IContactSink _derived = replay.Pass.Engine.Trace(static _ => { }, new TraceFilter("", null));

    public List<string> Ids { get; } = [];

    public void Count(ContactBatch batch, ReadOnlySpan<bool> admitted)
    {
        // Fills in what dispositions imply, as the first reading did.
        _derived.Count(batch, admitted);
        var schema = replay.Plan.Project.Schema;
        for (var row = 0; row < batch.Count; row++)
        {
            if (admitted[row] && batch.Category(schema.Customer).Codes[row] == customer && batch.Number(schema.OccurredAt).Values[row] == at
                && (atom.Same is null || batch.Category(atom.Same).Codes[row] == same) && _target.Ask(batch, row)[0] == Truth.True)
            {
                Ids.Add(Encoding.UTF8.GetString(batch.Text(schema.Id)[row]));
            }
        }
    }
}
