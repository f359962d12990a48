namespace CxRules.Testing.Tests.Naive;

/// <summary>Customers who left, each once.</summary>
internal sealed class NaiveCancellations
{
    private readonly HashSet<NaiveContact> _carriers;

    /// <param name="contacts">By (occurred at, id).</param>
    public NaiveCancellations(IEnumerable<NaiveContact> contacts)
    {
        var carrying = contacts.Where(NaiveKinds.IsContact).Where(contact => contact.Number("cancelled") == 1 || contact.Number("cancelled at") is not null).ToList();
        _carriers = [.. carrying.Where(contact => contact.Code("customer") is null), .. carrying.Where(contact => contact.Code("customer") is not null).DistinctBy(contact => contact.Code("customer"))];
    }

    /// <summary>True for the one contact that bears its customer's cancellation.</summary>
    public bool IsCarrier(NaiveContact contact) => _carriers.Contains(contact);

    /// <summary>The customer said why: then the cancellation counts whole.</summary>
    public static bool IsStated(NaiveContact contact) => contact.Code("cancellation reason") is not null;
}
