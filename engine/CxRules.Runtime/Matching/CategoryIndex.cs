using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Matching;

/// <summary>For each code of one field, the populations it leaves true and those it leaves possible (true or unknown).</summary>
internal sealed class CategoryIndex
{
    private readonly CategoryDictionary _dictionary;
    private readonly (int Population, CodeTest Test)[] _tests;
    private readonly int _words;
    private ulong[] _rows = [];
    private int _known;

    public CategoryIndex(ContactField field, CategoryDictionary dictionary, (int Population, CodeTest Test)[] tests, int words)
    {
        Field = field;
        _dictionary = dictionary;
        _tests = tests;
        _words = 2 * words;
    }

    public ContactField Field { get; }

    /// <summary>The double rows of all codes known so far.</summary>
    public ulong[] Rows => _rows;

    /// <summary>Where in <see cref="Rows"/>, which may be another array afterwards, the double row starts that a code leaves.</summary>
    public int StartOf(int code)
    {
        if (code >= _known)
        {
            Learn();
        }

        return code * _words;
    }

    private void Learn()
    {
        var count = _dictionary.Count;
        if (_rows.Length < count * _words)
        {
            Array.Resize(ref _rows, Math.Max(count * _words, _rows.Length * 2));
        }

        for (; _known < count; _known++)
        {
            var both = _rows.AsSpan(_known * _words, _words);
            both.Fill(ulong.MaxValue);
            foreach (var (population, test) in _tests)
            {
                BitRow.Narrow(both, population, _known == 0 ? test.Missing : test.Codes.Contains(_dictionary[_known]) ? test.Inside : test.Outside);
            }
        }
    }
}
