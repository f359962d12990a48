using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Matching;

/// <summary>For each code of one field, the populations it leaves true and those it leaves possible (true or unknown).</summary>
internal sealed class CategoryIndex
{
    private readonly CategoryDictionary _dictionary;
    private readonly (int Population, CodeTest Test)[] _tests;
    private readonly int _words;
    private readonly ulong[] _untested;
    private ulong[] _truth = [];
    private ulong[] _possible = [];
    private int _known;

    public CategoryIndex(ContactField field, CategoryDictionary dictionary, (int Population, CodeTest Test)[] tests, int words)
    {
        Field = field;
        _dictionary = dictionary;
        _tests = tests;
        _words = words;
        _untested = BitRow.Filled(words);
    }

    public ContactField Field { get; }

    /// <summary>Narrows both rows to what <paramref name="code"/> allows.</summary>
    public void Narrow(int code, Span<ulong> truth, Span<ulong> possible)
    {
        if (code >= _known)
        {
            Learn();
        }

        BitRow.And(truth, _truth.AsSpan(code * _words, _words));
        BitRow.And(possible, _possible.AsSpan(code * _words, _words));
    }

    private void Learn()
    {
        var count = _dictionary.Count;
        if (_truth.Length < count * _words)
        {
            var length = Math.Max(count * _words, _truth.Length * 2);
            Array.Resize(ref _truth, length);
            Array.Resize(ref _possible, length);
        }

        for (; _known < count; _known++)
        {
            var truth = _truth.AsSpan(_known * _words, _words);
            var possible = _possible.AsSpan(_known * _words, _words);
            _untested.CopyTo(truth);
            _untested.CopyTo(possible);
            foreach (var (population, test) in _tests)
            {
                var outcome = _known == 0 ? test.Missing : test.Codes.Contains(_dictionary[_known]) ? test.Inside : test.Outside;
                BitRow.Narrow(truth, possible, population, outcome);
            }
        }
    }
}
