using CxRules.Streams.Records;

namespace CxRules.Streams.Conversion;

/// <summary>Rows of a batch that cannot be read, each with the first value that is wrong.</summary>
internal sealed class RefusedRows
{
    private readonly List<RefusedRow> _rows = [];
    private bool[] _isRefused = [];
    private bool[]? _pardoned;

    public IReadOnlyList<RefusedRow> Rows => _rows;

    public bool this[int row] => _isRefused[row];

    /// <summary>Forgets all rows.</summary>
    /// <param name="rows">How many there will be.</param>
    public void Clear(int rows)
    {
        if (_isRefused.Length < rows)
        {
            _isRefused = new bool[rows];
        }

        _rows.ForEach(refused => _isRefused[refused.Row] = false);
        _rows.Clear();
        _pardoned = null;
    }

    /// <summary>From now on these rows are not refused, whatever their values; null: all are again.</summary>
    public void Pardon(bool[]? rows) => _pardoned = rows;

    public void Add(int row, RejectKind kind, FieldConverter converter, FieldPlace place)
    {
        if (_pardoned is null || !_pardoned[row])
        {
            _isRefused[row] = true;
            _rows.Add(new(row, kind, converter, place));
        }
    }
}

/// <param name="Place">Of the wrong value.</param>
internal readonly record struct RefusedRow(int Row, RejectKind Kind, FieldConverter Converter, FieldPlace Place);
