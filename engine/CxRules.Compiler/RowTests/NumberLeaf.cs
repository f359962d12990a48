using CxRules.Model.Contacts;
using CxRules.Runtime;

namespace CxRules.Compiler.RowTests;

/// <summary>A number field lies in an interval, ends included; <paramref name="inside"/> says which side is true.</summary>
internal sealed class RangeLeaf(ContactField field, long low, long high, bool inside) : RowTestLeaf
{
    public override Truth Test(ContactBatch batch, int row)
    {
        var value = batch.Number(field).Values[row];
        return value == FieldScale.Missing ? Truth.Unknown : TruthOperators.Of((value >= low && value <= high) == inside);
    }
}

/// <summary>Two number fields of one kind.</summary>
internal sealed class FieldsLeaf(ContactField left, Func<long, long, bool> compare, ContactField right) : RowTestLeaf
{
    public override Truth Test(ContactBatch batch, int row)
    {
        var (first, second) = (batch.Number(left).Values[row], batch.Number(right).Values[row]);
        return first == FieldScale.Missing || second == FieldScale.Missing ? Truth.Unknown : TruthOperators.Of(compare(first, second));
    }
}

/// <summary>0 ≤ occurred at − field ≤ ticks.</summary>
internal sealed class WithinAfterLeaf(ContactField occurredAt, ContactField field, long ticks) : RowTestLeaf
{
    public override Truth Test(ContactBatch batch, int row)
    {
        var since = batch.Number(field).Values[row];
        var elapsed = batch.Number(occurredAt).Values[row] - since;
        return since == FieldScale.Missing ? Truth.Unknown : TruthOperators.Of(elapsed >= 0 && elapsed <= ticks);
    }
}
