namespace CxRules.Cli.Tests.BadInputs;

/// <summary>A mistake that users make, and what they must be told.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Folder">The files of the rule set.</param>
/// <param name="Expected">Every error, in order, as `CODE file:line:column`; none: the input is fine.</param>
public sealed record BadInput(string Name, (string Path, byte[] Content)[] Folder, params string[] Expected)
{
    public override string ToString() => Name;
}
