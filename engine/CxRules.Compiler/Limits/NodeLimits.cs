using System.Collections.Frozen;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Compiler.Limits;

/// <summary>Sentences that the run time cannot evaluate yet, by their nodes.</summary>
internal static class NodeLimits
{
    private static readonly FrozenDictionary<Type, (string Name, DiagnosticDescriptor Descriptor)> ByType = new Dictionary<Type, (string, DiagnosticDescriptor)>
    {
        [typeof(CSharpSyntax)] = ("csharp", LimitErrors.CSharp),
    }.ToFrozenDictionary();

    /// <summary>The outermost of them, each once.</summary>
    public static void Report(SourceText text, SyntaxNode node, DiagnosticBag diagnostics)
    {
        if (Find(node) is var (name, descriptor))
        {
            diagnostics.Report(descriptor, text, node.Span, name);
            return;
        }

        foreach (var child in node.Children)
        {
            Report(text, child, diagnostics);
        }
    }

    private static (string Name, DiagnosticDescriptor Descriptor)? Find(SyntaxNode node) => ByType.TryGetValue(node.GetType(), out var found) ? found : null;
}
