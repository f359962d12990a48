namespace CxRules.Model.Cases;

public enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}
