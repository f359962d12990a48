using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace CxRules.Samples.Tests;

/// <summary>The one cost table of a project file, and the price of a contact by domain.md's rule, written apart from generator and engine.</summary>
internal sealed record ProjectCosts(decimal PerContact, decimal LoadedRate, IReadOnlyDictionary<string, decimal> Channels)
{
    public static ProjectCosts Read(string path)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(SampleFile.Text(path)));
        var table = yaml.Documents[0].RootNode["costs"][0];
        return new(
            Number(table["contacts"]["spend"]) / Number(table["contacts"]["contacts"]),
            Number(table["loaded rate"]),
            ((YamlMappingNode)table["channels"]).ToDictionary(channel => (string?)channel.Key ?? "", channel => Number(channel.Value)));
    }

    public decimal Of(HistoryRow row) => row.HandleSeconds is { } seconds ? (seconds * LoadedRate / 3600) + Channels[row.Channel] : PerContact;

    private static decimal Number(YamlNode node) => decimal.Parse(((string?)node ?? "").Split(' ')[0], CultureInfo.InvariantCulture);
}
