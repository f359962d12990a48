using CxRules.Mutation;
using CxRules.Mutation.Hosting;

return args switch
{
    [CoverageHost.Verb, var folder] => CoverageHost.Run(new(folder)),
    [MutantHost.Verb, var folder, var mutant] => MutantHost.Run(new(folder), mutant),
    _ when RunSettings.Parse(args) is { } settings => MutationRun.Run(settings),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/CxRules.Mutation [-- [--only FOLDER] [--ids N,N] [--resume]]");
    return 2;
}
