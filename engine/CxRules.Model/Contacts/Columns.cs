namespace CxRules.Model.Contacts;

/// <summary>The values of one field for the rows of a <see cref="ContactBatch"/>.</summary>
public abstract class Column
{
    /// <summary>Makes the first rows missing: those that were set.</summary>
    internal abstract void Clear(int rows);

    /// <summary>Sets the next row of <paramref name="target"/>, a column of the same field, to one of this column's.</summary>
    /// <param name="targetRow">The row that is next.</param>
    internal abstract void CopyTo(Column target, int row, int targetRow);

    /// <summary>A column of the right sort for <paramref name="kind"/> with room for <paramref name="capacity"/> rows.</summary>
    internal static Column Create(FieldKind kind, int capacity) => kind switch
    {
        FieldKind.Category => new CategoryColumn(capacity),
        FieldKind.Text => new TextColumn(capacity),
        FieldKind.List => new ListColumn(capacity),
        _ => new NumberColumn(capacity),
    };
}

/// <summary>Codes of a <see cref="CategoryDictionary"/>, 0 for missing. Index = row.</summary>
public sealed class CategoryColumn(int capacity) : Column
{
    public int[] Codes { get; } = new int[capacity];

    internal override void Clear(int rows) => Array.Clear(Codes, 0, rows);

    internal override void CopyTo(Column target, int row, int targetRow) => ((CategoryColumn)target).Codes[targetRow] = Codes[row];
}

/// <summary>Numbers, durations, instants and flags in the units of <see cref="FieldScale"/>; <see cref="FieldScale.Missing"/> where there is none.</summary>
public sealed class NumberColumn(int capacity) : Column
{
    public long[] Values { get; } = NewValues(capacity);

    internal override void Clear(int rows) => Values.AsSpan(0, rows).Fill(FieldScale.Missing);

    internal override void CopyTo(Column target, int row, int targetRow) => ((NumberColumn)target).Values[targetRow] = Values[row];

    private static long[] NewValues(int capacity)
    {
        var values = new long[capacity];
        Array.Fill(values, FieldScale.Missing);
        return values;
    }
}

/// <summary>Texts as UTF-8, row after row; an empty text is missing.</summary>
public sealed class TextColumn(int capacity) : Column
{
    private readonly int[] _ends = new int[capacity];
    private byte[] _bytes = new byte[capacity * 16];
    private int _rows;

    /// <summary>The text of a row; empty where it is missing.</summary>
    public ReadOnlySpan<byte> this[int row]
    {
        get
        {
            var start = row == 0 ? 0 : _ends[row - 1];
            return _bytes.AsSpan(start, _ends[row] - start);
        }
    }

    /// <summary>Sets the text of the next row; rows are set in order, each once.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        var start = _rows == 0 ? 0 : _ends[_rows - 1];
        var end = start + utf8.Length;
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(end, _bytes.Length * 2));
        }

        utf8.CopyTo(_bytes.AsSpan(start));
        _ends[_rows++] = end;
    }

    internal override void Clear(int rows) => _rows = 0;

    internal override void CopyTo(Column target, int row, int targetRow) => ((TextColumn)target).Append(this[row]);
}

/// <summary>Sets of codes of a <see cref="CategoryDictionary"/>, row after row; an empty set means "no code", not missing.</summary>
public sealed class ListColumn(int capacity) : Column
{
    private readonly int[] _ends = new int[capacity];
    private int[] _codes = new int[capacity];
    private int _rows;

    public ReadOnlySpan<int> this[int row]
    {
        get
        {
            var start = row == 0 ? 0 : _ends[row - 1];
            return _codes.AsSpan(start, _ends[row] - start);
        }
    }

    /// <summary>Sets the codes of the next row; rows are set in order, each once.</summary>
    public void Append(ReadOnlySpan<int> codes)
    {
        var start = _rows == 0 ? 0 : _ends[_rows - 1];
        var end = start + codes.Length;
        if (end > _codes.Length)
        {
            Array.Resize(ref _codes, Math.Max(end, _codes.Length * 2));
        }

        codes.CopyTo(_codes.AsSpan(start));
        _ends[_rows++] = end;
    }

    internal override void Clear(int rows) => _rows = 0;

    internal override void CopyTo(Column target, int row, int targetRow) => ((ListColumn)target).Append(this[row]);
}
