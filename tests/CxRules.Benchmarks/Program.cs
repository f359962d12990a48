using CxRules.Benchmarks;

return args switch
{
    ["cold", .. var rest] => ColdStart.Run(rest),
    ["warm", .. var rest] => WarmCompilation.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/CxRules.Benchmarks -- cold [--program PATH] [--runs N] | warm [--runs N] [--only NAME]");
    return 1;
}
