namespace CxRules.Model.Cases;

/// <summary>What a rule acts on.</summary>
public enum RuleKind
{
    /// <summary>Each contact that meets it, while its signal, if it has one, holds.</summary>
    Contacts,

    /// <summary>Its population: it opens a case for each group when its signal fires.</summary>
    Measures,

    /// <summary>Cases and signals of other rules, when those change.</summary>
    Cases,
}
