namespace CxRules.Runtime.Windows;

/// <summary>Where a profile's cells come from.</summary>
internal interface ICells
{
    CellList Of(Profile profile);

    /// <summary>The same without evidence.</summary>
    CellList CountsOf(Profile profile);
}
