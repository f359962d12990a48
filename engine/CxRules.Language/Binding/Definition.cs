using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Binding;

/// <summary>`define`, on its way through binding.</summary>
internal sealed class Definition(RuleFileSyntax file, DefinitionSyntax syntax, BindingScope scope)
{
    public string Name => syntax.Name.Value;

    public RuleFileSyntax File => file;

    public DefinitionSyntax Syntax => syntax;

    /// <summary>Holds what is wrong with it.</summary>
    public BindingScope Scope => scope;

    public TextSpan NameSpan => syntax.Name.Span;

    /// <summary>A rule or another definition uses it.</summary>
    public bool IsUsed { get; set; }

    /// <summary>It needs itself, or is too large: it is never written out.</summary>
    public bool IsEndless { get; set; }

    public bool HasErrors => syntax.IsBroken || IsEndless || scope.HasErrors;

    /// <summary>What it stands for as a condition; null for a list, and where that cannot be told.</summary>
    public ConditionSyntax? Condition => IsEndless || syntax.IsBroken ? null : syntax.Condition;

    /// <summary>What it is, for messages.</summary>
    public string Noun => syntax.Condition is not null ? "a condition" : "a list of codes";
}
