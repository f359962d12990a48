using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CxRules.Samples.Telecom;

/// <summary>The year 2026 of an invented telecom firm: what its contact center recorded, and what was planted in it.</summary>
internal sealed record TelecomYear(byte[] Csv, int Contacts, ImmutableArray<PlantedTotal> Planted)
{
    /// <summary>Of <see cref="Csv"/>, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Csv));

    public static TelecomYear Generate()
    {
        var planted = PlantedEvents.All.Select(planted => new PlantedTotal(planted)).ToImmutableArray();
        var contacts = new Contacts();
        var text = new StringBuilder(CsvRow.Header, 1 << 25);
        var number = 0;
        foreach (var arrival in Arrivals.Draw())
        {
            var contact = contacts.Complete(arrival);
            CsvRow.Append(text, contact, ++number);
            if (arrival.Event >= 0)
            {
                planted[arrival.Event].Add(contact);
            }
        }

        return new(Encoding.ASCII.GetBytes(text.ToString()), number, planted);
    }
}
