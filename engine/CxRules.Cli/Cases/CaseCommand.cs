using System.CommandLine;
using CxRules.Model.Cases;

namespace CxRules.Cli.Cases;

/// <summary>`cxrules case`: the owner's and the CX lead's side of a case. Its verbs are those of the table of steps.</summary>
internal sealed class CaseCommand : Command
{
    public CaseCommand(Surroundings surroundings)
        : base("case", "Shows what became of cases, and writes down what people decide about them.")
    {
        Subcommands.Add(new CaseListCommand(surroundings));
        Subcommands.Add(new CaseShowCommand(surroundings));
        foreach (var verb in CaseVerb.All)
        {
            Subcommands.Add(new CaseStepCommand(verb, surroundings));
        }

        Subcommands.Add(new CaseToldCommand(surroundings));
    }
}
