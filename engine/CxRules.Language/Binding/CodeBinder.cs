using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>`disposition = x`, `channel in (a, b)`, `tag has vip`.</summary>
internal readonly struct CodeBinder(BindingScope scope)
{
    /// <param name="kind">With `in` everything below a code of the taxonomy counts too.</param>
    public BoundCondition? Bind(SyntaxNode condition, ContactField field, OperandSyntax codes, OperatorKind kind) =>
        Patterns(field, codes, kind) is { } patterns ? scope.At(condition, new BoundCodeIn(field, [.. patterns.Distinct()])) : null;

    /// <summary>The data values that codes beside a field stand for; null after a report.</summary>
    public List<CodePattern>? Patterns(ContactField field, OperandSyntax codes, OperatorKind kind)
    {
        var complete = ListItems.TryRead(scope, codes, kind, out var items);
        var patterns = new List<CodePattern>(items.Count);
        foreach (var (owner, item) in items)
        {
            var binder = owner == scope ? this : new CodeBinder(owner);
            var found = binder.BindCode(field, item, kind is OperatorKind.In or OperatorKind.NotIn);
            complete &= found is not null;
            patterns.AddRange(found ?? []);
            if (found is null && owner != scope)
            {
                scope.Fail();
            }
        }

        return complete ? patterns : null;
    }

    private IEnumerable<CodePattern>? BindCode(ContactField field, OperandSyntax item, bool withBelow) =>
        Pattern(field, item) is { } pattern ? Declared(field, item, pattern, withBelow) : null;

    private CodePattern? Pattern(ContactField field, OperandSyntax item)
    {
        switch (item)
        {
            case BadOperandSyntax:
                return null;
            case WordsSyntax { IsField: false } words when !words.Value.Contains(' ', StringComparison.Ordinal):
                return new(Code.ToBareWord(words.Value), false);
            case WordsSyntax { IsField: false } words:
                scope.ReportWithFix(BindingErrors.SeveralWords, words.Span, Code.ToBareWord(words.Value), words.Value, $"`{Code.ToBareWord(words.Value)}` or `\"{words.Value}\"`");
                return null;
            case TextSyntax { Value.Length: > 0 } text:
                return new(text.Value, true);
            case NumberSyntax { Unit: null } or DateSyntax:
                return new(Code.ToBareWord(scope.Written(item)), false);
            default:
                scope.Report(BindingErrors.NotACode, item, scope.Written(item), field.Name, Remedy(field, item));
                return null;
        }
    }

    private static string Remedy(ContactField field, OperandSyntax item) => item switch
    {
        TextSyntax => $"Write `no {field.Name}` for contacts without one.",
        WordsSyntax => "Fields are compared with each other where both are numbers, durations, money or points in time.",
        _ => $"Write one code, {FieldKinds.Sample(field)}, or quote it.",
    };

    private IEnumerable<CodePattern>? Declared(ContactField field, OperandSyntax item, CodePattern pattern, bool withBelow)
    {
        if (field == scope.Project.Schema.Disposition && !scope.Symbols.Taxonomy.IsOpen)
        {
            return Disposition(item, pattern, withBelow);
        }

        var declared = scope.Symbols.DeclaredCodes(field);
        if (!declared.IsEmpty && !declared.Any(code => Code.Matches(pattern, code)))
        {
            return Unknown(field, item, pattern, declared);
        }

        scope.Refer(item.Span, SymbolKind.Code, pattern.Text, field.Name);
        return [pattern];
    }

    private IEnumerable<CodePattern>? Disposition(OperandSyntax item, CodePattern pattern, bool withBelow)
    {
        var taxonomy = scope.Symbols.Taxonomy;
        if (taxonomy.Find(pattern.Text) is not { } disposition)
        {
            return Unknown(scope.Project.Schema.Disposition, item, pattern, taxonomy.Codes);
        }

        scope.Refer(item.Span, SymbolKind.Code, disposition.Code, scope.Project.Schema.Disposition.Name);
        var isEarlierName = Code.ToBareWord(pattern.Text) != Code.ToBareWord(disposition.Code);
        if (isEarlierName)
        {
            scope.ReportWithFix(BindingErrors.EarlierName, item.Span, Code.ToBareWord(disposition.Code), pattern.Text, Code.ToBareWord(disposition.Code));
        }

        var below = withBelow ? taxonomy.WithBelow(disposition).Skip(1) : [];
        var own = Taxonomy.Patterns(disposition);
        IEnumerable<CodePattern> named = pattern.Quoted && !isEarlierName ? own.Skip(1).Prepend(pattern) : own;
        return named.Concat(below.SelectMany(Taxonomy.Patterns));
    }

    private IEnumerable<CodePattern>? Unknown(ContactField field, OperandSyntax item, CodePattern pattern, ImmutableArray<string> declared)
    {
        var nearest = DidYouMean.Nearest(pattern.Text, declared);
        var help = nearest is not null
            ? $"Did you mean '{nearest}'?"
            : $"Declare it in cxrules.yaml, or write one of: {string.Join(", ", declared.Take(8))}{(declared.Length > 8 ? " …" : "")}.";
        scope.ReportWithFix(BindingErrors.UnknownCode, item.Span, nearest is null ? null : Code.ToBareWord(nearest), pattern.Text, field.Name, help);
        return null;
    }
}
