using CxRules.Model.Contacts;
using CxRules.Runtime;

namespace CxRules.Compiler.RowTests;

/// <summary>A test that no bit vector answers, bound to the dictionaries of a history.</summary>
internal abstract class RowTestLeaf
{
    public abstract Truth Test(ContactBatch batch, int row);
}
