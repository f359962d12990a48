using System.Reflection;

namespace CxRules.Cli;

/// <summary>What one sees who types nothing but the program's name.</summary>
internal static class Welcome
{
    public static string Version { get; } =
        typeof(Welcome).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public const string Text = """
        cxrules finds failure demand in customer contacts and routes it, with its price, to whoever can remove the cause.

          cxrules init   [DIR]                       write a small rule set with a history, to begin with
          cxrules check  RULES                       is anything wrong with the rules?
          cxrules fix    RULES [--dry-run]           mend what has a fix
          cxrules fmt    RULES [--check]             give all rules one layout
          cxrules convert FILE --to cxr|yaml         write a file of rules in the other spelling
          cxrules replay RULES [--history FILE...]   what would they have found, for whom, at what cost?
          cxrules report RULES [--pareto …]          what drives contacts, who owns it, and the evidence of a case
          cxrules explain RULES --case ID --money    how a figure came about, down to its contacts
          cxrules case list|show|accept|…            what became of cases, and what people decide about them

        RULES is a file of rules, or a folder that holds a cxrules.yaml.

          cxrules replay --help                      every option of a command
          cxrules --version

        Exit codes: 0 fine, 1 wrong use or unreadable file, 2 warnings (with --fail-level warning), 3 errors in rules or a failed gate.

        """;
}
