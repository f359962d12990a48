using System.IO.Compression;
using System.Text;
using CxRules.Samples.Packs.Packs;

namespace CxRules.Samples.Packs;

internal static class Program
{
    public static int Main(string[] args)
    {
        if (args is not [var rules])
        {
            Console.Error.WriteLine("usage: dotnet run --project samples/packs/Generator -- rules");
            Console.Error.WriteLine("Writes the histories and the expected cases of the packs below that folder.");
            return 1;
        }

        foreach (var pack in AllPacks.All)
        {
            var folder = Path.Combine(rules, pack.Folder);
            var history = PackHistory.Generate(pack);
            Zip(Path.Combine(folder, "history", "contacts.csv.gz"), history.Csv());
            foreach (var (path, text) in pack.Files.Add(("expected.csv", history.ExpectedCsv())))
            {
                Write(Path.Combine(folder, path), text);
            }

            Console.WriteLine($"{pack.Folder}: {history.Rows.Length} rows");
        }

        return 0;
    }

    private static void Zip(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        using var file = File.Create(path);
        using var gzip = new GZipStream(file, CompressionLevel.SmallestSize);
        gzip.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
