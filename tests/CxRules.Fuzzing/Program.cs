using System.Globalization;
using CxRules.Fuzzing;
using CxRules.Fuzzing.Hostile;

return args switch
{
    ["mutate", var first, var inputs, var seconds, .. var folders] => FuzzRun.Run(folders, Number(first), Number(inputs), Number(seconds)) == 0 ? 0 : 1,
    ["hostile", .. var only] => HostileRun.Run(only.FirstOrDefault() ?? "") == 0 ? 0 : 1,
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("CxRules.Fuzzing mutate FIRST-SEED INPUTS SECONDS FOLDER … | hostile [NAME]");
    return 1;
}
