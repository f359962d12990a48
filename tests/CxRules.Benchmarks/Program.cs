using CxRules.Benchmarks;

return args switch
{
    ["cold", .. var rest] => ColdStart.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/CxRules.Benchmarks -- cold [--program PATH] [--runs N]");
    return 1;
}
