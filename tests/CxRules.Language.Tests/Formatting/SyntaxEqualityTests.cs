using System.Collections.Immutable;
using System.Reflection;
using CxRules.Language.Formatting;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Formatting;

public sealed class SyntaxEqualityTests
{
    [Theory]
    [InlineData("if a = b then route to X", "if (a = b) then route to X", true)]
    [InlineData("if a = b and c = d and e then route to X", "if (a = b and c = d) and e then route to X", true)]
    [InlineData("if a = b and (c = d or e) then route to X", "if a = b and c = d or e then route to X", false)]
    [InlineData("if a = b then route to X", "IF a = b THEN ROUTE TO X", true)]
    [InlineData("if a = b then route to X", "if a = B then route to X", false)]
    [InlineData("if a = b then route to X", "if a = \"b\" then route to X", false)]
    [InlineData("if a = b then route to X", "if a is b then route to X", true)]
    [InlineData("if a = b then route to X", "if a != b then route to X", false)]
    [InlineData("if a > 20 min then route to X", "if a > 20 MIN then route to X", true)]
    [InlineData("if a > 20 min then route to X", "if a > 20 minutes then route to X", false)]
    [InlineData("if weekly share of (a) > 3% then route to X", "if weekly share among (a) > 3% then route to X", false)]
    [InlineData("if weekly volume > 3 then route to X", "if daily volume > 3 then route to X", false)]
    [InlineData("if weekly volume > 3 then route to X", "if volume > 3 over 7 days then route to X", false)]
    [InlineData("if weekly volume > baseline × 2 then route to X", "if weekly volume > baseline + 2 then route to X", false)]
    [InlineData("if weekly volume > 3 for 2 days then route to X", "if weekly volume > 3 for 2 of 2 days then route to X", false)]
    [InlineData("if a until weekly volume > 3 for 2 days then route to X", "if a for 2 days until weekly volume > 3 then route to X", false)]
    [InlineData("if a per b then route to X", "if a then route to X per b", true)]
    [InlineData("if a then route to X then suppress y", "if a then suppress y then route to X", false)]
    [InlineData("if a every monday then route to X", "if a every Monday then route to X", true)]
    [InlineData("author cx if a then route to X", "author \"cx\" if a then route to X", true)]
    [InlineData("author cx if a then route to X", "author CX if a then route to X", false)]
    [InlineData("if a then route to X", "rule some-rule if a then route to X", true)]
    [InlineData("if a then route to X", "rule another if a then route to X", false)]
    [InlineData("rule r \"a\" if a then route to X", "rule r \"b\" if a then route to X", false)]
    [InlineData("rule r \"ab\" if a then route to X", "rule r \"a\" \"b\" if a then route to X", true)]
    public void Files_EqualWhereTheySayTheSame(string left, string right, bool expected) =>
        Assert.Equal(expected, SyntaxEquality.Equal(RuleParser.Parse(new("some-rule.cxr", left)), RuleParser.Parse(new("some-rule.cxr", right))));

    /// <summary>A node that gets a value of its own gets a line in the table, or two different rules would pass for one.</summary>
    [Fact]
    public void Table_KnowsEveryNodeWithValues()
    {
        var missing = typeof(SyntaxNode).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(SyntaxNode)) && type != typeof(RuleSyntax) && !NodeValues.Has(type))
            .Where(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(IsValue))
            .Select(type => type.Name);
        Assert.Empty(missing);
    }

    private static bool IsValue(PropertyInfo property) =>
        property.Name is not ("Children" or "EqualityContract") && property.PropertyType != typeof(TextSpan) && !IsNode(property.PropertyType);

    private static bool IsNode(Type type) => type.IsAssignableTo(typeof(SyntaxNode))
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && IsNode(type.GetGenericArguments()[0]));
}
