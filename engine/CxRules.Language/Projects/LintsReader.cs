using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CxRules.Language.Linting;
using CxRules.Language.Shapes;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>`lints`: which of them matter here.</summary>
internal sealed partial class LintsReader(ValueReader values)
{
    private static readonly ChoiceShape<LintSetting> Setting = new(
        "setting of a lint",
        new("off", LintSetting.Off, "It is not reported."),
        new("warning", LintSetting.Warning, "It is reported, and the rule set still passes."),
        new("error", LintSetting.Error, "It is reported, and the rule set does not pass."));

    public static readonly NamesShape<ChoiceShape<LintSetting>> Map = new("lint", Setting, $"{{ {LintCatalog.All[0].Code}: off }}")
    {
        IsClosed = true,
        Known = [.. LintCatalog.All.Select(lint => new Key<ChoiceShape<LintSetting>>(lint.Code, Setting, LintCatalog.About(lint)))],
    };

    public ImmutableDictionary<string, LintSetting> Read(Slot<NamesShape<ChoiceShape<LintSetting>>> slot)
    {
        string[] codes = [.. LintCatalog.All.Select(lint => lint.Code)];
        var settings = ImmutableDictionary.CreateBuilder<string, LintSetting>(StringComparer.Ordinal);
        foreach (var (name, about) in values.Read(slot))
        {
            var setting = values.Read(about);
            if (!codes.Contains(name.Value))
            {
                // One digit away is another lint, and not the one that was meant.
                string[] near = Form().IsMatch(name.Value) ? [] : codes;
                values.ReportName(ProjectErrors.UnknownLint, name, name.Value, "", near, $"Only lints can be set: {Names.Listed(codes)}.");
            }
            else if (setting is { } known)
            {
                settings[name.Value] = known;
            }
        }

        return settings.ToImmutable();
    }

    [GeneratedRegex(@"^CXR[0-9]{4}\z")]
    private static partial Regex Form();
}
