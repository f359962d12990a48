using CxRules.Benchmarks;
using CxRules.Benchmarks.Detection;
using CxRules.Benchmarks.Fired;

return args switch
{
    ["cold", .. var rest] => ColdStart.Run(rest),
    ["warm", .. var rest] => WarmCompilation.Run(rest),
    ["detect", .. var rest] => Detect.Run(rest),
    ["coverage", .. var rest] => FiredCases.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/CxRules.Benchmarks -- cold [--program PATH] [--runs N] | warm [--runs N] [--only NAME] | detect [--series N] [--data FOLDER] | coverage [--runs N]");
    return 1;
}
