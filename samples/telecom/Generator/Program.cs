using System.IO.Compression;
using System.Text;
using CxRules.Samples.Telecom;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run --project samples/telecom/Generator -- FOLDER");
    Console.Error.WriteLine("Writes history/2026.csv.gz, history/2026.csv.sha256 and truth.json into FOLDER.");
    return 1;
}

var folder = args[0];
var history = Directory.CreateDirectory(Path.Combine(folder, "history")).FullName;
var year = TelecomYear.Generate();
using (var file = File.Create(Path.Combine(history, "2026.csv.gz")))
using (var gzip = new GZipStream(file, CompressionLevel.SmallestSize))
{
    gzip.Write(year.Csv);
}

File.WriteAllText(Path.Combine(history, "2026.csv.sha256"), year.Sha256 + "\n", new UTF8Encoding(false));
File.WriteAllText(Path.Combine(folder, "truth.json"), TruthFile.Write(year), new UTF8Encoding(false));
Console.WriteLine($"{year.Contacts} contacts, sha256 {year.Sha256}");
return 0;
