using CxRules.Benchmarks;
using CxRules.Benchmarks.Detection;
using CxRules.Benchmarks.EndToEnd;
using CxRules.Benchmarks.Fired;
using CxRules.Benchmarks.Parts;

return args switch
{
    ["cold", .. var rest] => ColdStart.Run(rest),
    ["warm", .. var rest] => WarmCompilation.Run(rest),
    ["detect", .. var rest] => Detect.Run(rest),
    ["coverage", .. var rest] => FiredCases.Run(rest),
    ["replay", .. var rest] => ReplayBench.Run(rest),
    ["parts", .. var rest] => EngineParts.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/CxRules.Benchmarks -- cold [--program PATH] [--runs N] | warm [--runs N] [--only NAME] | detect [--series N] [--data FOLDER] | coverage [--runs N] | replay [--rows N] [--rules N,N] [--rounds N] [--only NAME] [--program PATH] | parts [--only NAME]");
    return 1;
}
