using System.CommandLine;
using CxRules.Cli.Starter;

namespace CxRules.Cli;

/// <summary>`cxrules init [DIR]`: a small rule set to begin with.</summary>
internal sealed class InitCommand : Command
{
    private readonly Argument<string> _folder = new("DIR")
    {
        Description = "Where to write it; the folder is made where there is none. Without it, the current folder",
        DefaultValueFactory = _ => ".",
    };

    private readonly Surroundings _surroundings;

    public InitCommand(Surroundings surroundings)
        : base("init", "Writes a small rule set with a history, which check and replay understand at once: a start for your own.")
    {
        _surroundings = surroundings;
        Arguments.Add(_folder);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var folder = parsed.GetValue(_folder) ?? ".";
        if (File.Exists(folder))
        {
            return Refuse($"`{folder}` is a file: name a folder.");
        }

        if (StarterFiles.All.Select(file => Path.Combine(folder, file.Path)).FirstOrDefault(Path.Exists) is { } there)
        {
            return Refuse($"`{there}` is there already, and nothing was written: name another folder, for example `cxrules init {Path.Combine(folder, "first-rules")}`.");
        }

        foreach (var (path, _) in StarterFiles.All)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file) is { Length: > 0 } parent ? parent : ".");
            FileReplacement.Write(file, StarterFiles.Read(path));
        }

        Tell(folder);
        return ExitCode.Fine;
    }

    private void Tell(string folder)
    {
        var width = StarterFiles.All.Max(file => file.Path.Length);
        _surroundings.Out.Write($"Wrote a rule set to {folder}\n\n");
        foreach (var (path, what) in StarterFiles.All)
        {
            _surroundings.Out.Write($"  {path.PadRight(width)}  {what}\n");
        }

        var shown = folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;
        _surroundings.Out.Write($"\nNext\n\n  cxrules check  {shown}   is anything wrong with the rules?\n  cxrules replay {shown}   what would they have found in the history?\n  cxrules fmt    {shown}   one layout for all rules\n");
    }

    private int Refuse(string problem)
    {
        _surroundings.Error.Write($"cxrules: {problem}\n");
        return ExitCode.Misuse;
    }
}
