using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Streams;

/// <summary>Opens a history for reading.</summary>
public static class HistoryReader
{
    /// <summary>A reader over all files, in the order given, each plain or gzip by its first bytes.</summary>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static IContactReader Open(ContactSource source, IReadOnlyList<string> files, ContactDictionaries dictionaries)
    {
        _ = source;
        _ = files;
        _ = dictionaries;
        throw new InvalidOperationException("under construction");
    }
}
