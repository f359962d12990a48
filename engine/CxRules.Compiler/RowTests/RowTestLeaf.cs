using CxRules.Model.Contacts;
using CxRules.Runtime;

namespace CxRules.Compiler.RowTests;

/// <summary>A test that no bit vector answers, bound to the dictionaries of a history.</summary>
internal abstract class RowTestLeaf
{
    public abstract Truth Test(ContactBatch batch, int row);
}

/// <summary>What the row alone does not say.</summary>
internal sealed class UnknownLeaf : RowTestLeaf
{
    public override Truth Test(ContactBatch batch, int row) => Truth.Unknown;
}
