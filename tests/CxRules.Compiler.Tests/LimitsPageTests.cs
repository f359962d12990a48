using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CxRules.Compiler.Limits;
using CxRules.Language.Diagnostics;

namespace CxRules.Compiler.Tests;

/// <summary>docs/language.md names all that a replay refuses, and nothing that it evaluates.</summary>
public sealed partial class LimitsPageTests
{
    [Fact]
    public void Page_WhatDoesNotRunYet_ListsEveryLimit()
    {
        var page = File.ReadAllText(Path.Combine(Folder(), "..", "..", "docs", "language.md"));
        var section = page[page.IndexOf("### What does not run yet", StringComparison.Ordinal)..page.IndexOf("## Reference", StringComparison.Ordinal)];
        var limits = typeof(LimitErrors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().Select(limit => limit.Code);
        Assert.Equal(limits.Order(StringComparer.Ordinal), Link().Matches(section).Select(link => link.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? "";

    [GeneratedRegex(@"\[(CXR\d{4})\]")]
    private static partial Regex Link();
}
