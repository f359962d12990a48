using CxRules.Language.Diagnostics;

namespace CxRules.Language.Syntax;

/// <summary>A construct of the language that is recognised, and refused by its name.</summary>
internal sealed record UnsupportedConstruct(string Name, DiagnosticDescriptor Descriptor)
{
    public static readonly UnsupportedConstruct FollowedBy = new("followed by", NotSupportedErrors.Journey);
    public static readonly UnsupportedConstruct PrecededBy = new("preceded by", NotSupportedErrors.Journey);
    public static readonly UnsupportedConstruct CustomerIsRepeat = new("customer is repeat", NotSupportedErrors.Journey);
    public static readonly UnsupportedConstruct RepeatRate = new("repeat rate", NotSupportedErrors.Journey);
    public static readonly UnsupportedConstruct PerExposure = new("per 100 …", NotSupportedErrors.Exposure);
    public static readonly UnsupportedConstruct Tally = new("tally", NotSupportedErrors.Sample);
    public static readonly UnsupportedConstruct Sample = new("sample …", NotSupportedErrors.Sample);
    public static readonly UnsupportedConstruct Case = new("case …", NotSupportedErrors.CaseOrSignal);
    public static readonly UnsupportedConstruct Signal = new("signal …", NotSupportedErrors.CaseOrSignal);
    public static readonly UnsupportedConstruct CSharp = new("csharp", NotSupportedErrors.CSharp);
    public static readonly UnsupportedConstruct Define = new("define", NotSupportedErrors.Definition);
    public static readonly UnsupportedConstruct ForEachRow = new("for each row of", NotSupportedErrors.Definition);
    public static readonly UnsupportedConstruct Only = new("only", NotSupportedErrors.Moment);
    public static readonly UnsupportedConstruct Except = new("except", NotSupportedErrors.Moment);
    public static readonly UnsupportedConstruct Escalate = new("escalate to", NotSupportedErrors.Action);
    public static readonly UnsupportedConstruct TagContact = new("tag contact with", NotSupportedErrors.Action);
    public static readonly UnsupportedConstruct CallBack = new("call back", NotSupportedErrors.Action);
    public static readonly UnsupportedConstruct Notify = new("notify", NotSupportedErrors.Action);
    public static readonly UnsupportedConstruct EmitSignal = new("emit signal", NotSupportedErrors.Action);
    public static readonly UnsupportedConstruct Via = new("via", NotSupportedErrors.Action);
    public static readonly UnsupportedConstruct Earlier = new("… earlier", NotSupportedErrors.Earlier);
    public static readonly UnsupportedConstruct FactorByField = new("by <field>", NotSupportedErrors.FactorByField);
    public static readonly UnsupportedConstruct Cycles = new("over … cycles of", NotSupportedErrors.Cycles);
    public static readonly UnsupportedConstruct Top = new("top … by", NotSupportedErrors.TopGroups);
}
