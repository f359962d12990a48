using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Streams;

/// <summary>Opens a history for reading.</summary>
public static class HistoryReader
{
    /// <summary>
    /// A reader over all files, in the order given, each plain or gzip by its first bytes. Its <see cref="IContactReader.Read"/> throws
    /// <see cref="HistoryException"/> where a file cannot be read (any further), after the rows before that place have been delivered.
    /// </summary>
    /// <exception cref="HistoryException">A file does not exist, or the source has a pattern or a constant that cannot be used.</exception>
    public static IContactReader Open(ContactSource source, IReadOnlyList<string> files, ContactDictionaries dictionaries)
    {
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                throw new HistoryException(StreamErrors.FileNotOpened, file, 0, Directory.Exists(file) ? "it is a folder." : "it does not exist.");
            }
        }

        return ContactReader.Open(source, files, dictionaries);
    }
}
