using CxRules.Cli;

Rehearsal.Begin(args);
using var surroundings = Surroundings.OfProcess();
return CommandLine.Run(args, surroundings);
