using CxRules.Model.Contacts;

namespace CxRules.Runtime.Sessions;

/// <summary>What a history is read into.</summary>
public interface IContactSink
{
    /// <summary>Takes the rows of a batch that are let in.</summary>
    /// <param name="admitted">By row.</param>
    void Count(ContactBatch batch, ReadOnlySpan<bool> admitted);
}
