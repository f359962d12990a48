using System.Collections.Immutable;

namespace CxRules.Model.Sources;

/// <summary>Reads the text of a <see cref="ColumnPath"/> that has brackets, up to the first mistake.</summary>
internal sealed class PathParser(string text)
{
    private const string And = " and ";

    private int _at;

    public PathMistake? Mistake { get; private set; }

    public ImmutableArray<PathStep> Steps()
    {
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        do
        {
            steps.Add(Step());
        }
        while (Mistake is null && Goes());

        return steps.ToImmutable();
    }

    private char Next => _at < text.Length ? text[_at] : '\0';

    /// <summary>A quoted name may follow at once, any other behind a dot.</summary>
    private bool Goes()
    {
        if (_at == text.Length || IsQuotedName())
        {
            return _at < text.Length;
        }

        if (Next != '.')
        {
            Fail(Next == '[' ? "brackets follow brackets" : $"`{text[_at..]}` follows a bracket", "Write a dot behind the bracket, as in `custom_fields[id=7].value`.");
            return false;
        }

        _at++;
        return true;
    }

    private PathStep Step()
    {
        var name = IsQuotedName() ? QuotedName() : PlainName();
        return new(name, Mistake is null && Next == '[' && !IsQuotedName() ? Selector() : null);
    }

    private bool IsQuotedName() => Next == '[' && _at + 1 < text.Length && text[_at + 1] is '"' or '\'';

    private string QuotedName()
    {
        _at++;
        var name = Quoted();
        Close();
        return name;
    }

    private string PlainName()
    {
        var end = text.AsSpan(_at).IndexOfAny(".[]");
        var name = text[_at..(end < 0 ? text.Length : _at + end)].Trim();
        _at = end < 0 ? text.Length : _at + end;
        if (name.Length == 0)
        {
            Fail("a name is missing", "Write a name before each dot and each bracket, as in `custom_fields[id=7].value`.");
        }
        else if (Next == ']')
        {
            Fail("a bracket closes that was never opened", "Remove it, or put a name that has brackets of its own between quotes: `[\"Amount [USD]\"]`.");
        }

        return name;
    }

    private PathSelector Selector()
    {
        _at++;
        Blank();
        if (Next == ']')
        {
            _at++;
            return new([]);
        }

        var tests = ImmutableArray.CreateBuilder<PathTest>();
        do
        {
            tests.Add(Test());
        }
        while (Mistake is null && GoesOn());

        Close();
        return new(tests.ToImmutable());
    }

    private bool GoesOn()
    {
        var goesOn = text.AsSpan(_at).StartsWith(And);
        _at += goesOn ? And.Length : 0;
        return goesOn;
    }

    private PathTest Test()
    {
        var end = text.AsSpan(_at).IndexOfAny('=', ']');
        if (end < 0 || text[_at + end] == ']' || string.IsNullOrWhiteSpace(text[_at..(_at + end)]))
        {
            FailInside();
            return default;
        }

        var property = text[_at..(_at + end)].Trim();
        _at += end + 1;
        Blank();
        return new(property, Next is '"' or '\'' ? Quoted() : PlainValue());
    }

    private string PlainValue()
    {
        var close = text.IndexOf(']', _at);
        var rest = close < 0 ? text[_at..] : text[_at..close];
        var and = rest.IndexOf(And, StringComparison.Ordinal);
        var value = (and < 0 ? rest : rest[..and]).Trim();
        _at += and < 0 ? rest.Length : and;
        if (value.Length == 0)
        {
            Fail("a value is missing behind `=`", "Write the value that the property has in the element that is meant, as in `[id=7]`.");
        }

        return value;
    }

    private string Quoted()
    {
        var end = text.IndexOf(text[_at], _at + 1);
        if (end < 0)
        {
            Fail("a quote is not closed", "Close it.");
            return "";
        }

        var quoted = text[(_at + 1)..end];
        _at = end + 1;
        return quoted;
    }

    private void Blank() => _at += text.AsSpan(_at).Length - text.AsSpan(_at).TrimStart().Length;

    private void Close()
    {
        Blank();
        if (Next == ']')
        {
            _at++;
        }
        else
        {
            FailInside();
        }
    }

    private void FailInside()
    {
        if (text.IndexOf(']', _at) < 0)
        {
            Fail("a bracket is not closed", "Close it with `]`.");
        }
        else
        {
            Fail("between brackets stands which element is meant", "Write a property and its value, as in `custom_fields[id=7].value`, or `[]` for each element; a name with dots or brackets stands between quotes.");
        }
    }

    private void Fail(string why, string help) => Mistake ??= new(why, help);
}
