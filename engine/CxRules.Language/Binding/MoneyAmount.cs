using CxRules.Language.Syntax;

namespace CxRules.Language.Binding;

/// <param name="Currency">ISO 4217.</param>
internal readonly record struct MoneyAmount(NumberSyntax Number, string Currency);
