using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Diagnostics;

/// <summary>Collects the diagnostics of one phase.</summary>
public sealed class DiagnosticBag
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public int Count => _diagnostics.Count;

    public bool HasErrors { get; private set; }

    public void Add(Diagnostic diagnostic)
    {
        _diagnostics.Add(diagnostic);
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
    }

    public void AddRange(DiagnosticBag others)
    {
        _diagnostics.AddRange(others._diagnostics);
        HasErrors |= others.HasErrors;
    }

    public void Report(DiagnosticDescriptor descriptor, SourceText text, TextSpan span, params object?[] arguments) =>
        Add(descriptor.At(text, span, arguments));

    public ImmutableArray<Diagnostic> ToImmutable() => _diagnostics.ToImmutable();
}
