using System.Collections.Frozen;
using CxRules.Language.Diagnostics;

namespace CxRules.Language.Projects;

/// <summary>The currencies of ISO 4217 that people pay with.</summary>
internal static class Currencies
{
    private static readonly FrozenSet<string> Codes = (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE "
        + "CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES "
        + "KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR "
        + "NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND "
        + "TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Signs = new Dictionary<string, string[]>
    {
        ["£"] = ["GBP", "EGP", "GIP", "FKP", "SHP"],
        ["€"] = ["EUR"],
        ["$"] = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "ARS", "CLP", "COP", "JMD"],
        ["¥"] = ["JPY", "CNY"],
        ["₹"] = ["INR"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["EURO"] = "EUR", ["EUROS"] = "EUR", ["POUND"] = "GBP", ["POUNDS"] = "GBP", ["STERLING"] = "GBP", ["DOLLAR"] = "USD", ["DOLLARS"] = "USD",
        ["YEN"] = "JPY", ["RUPEE"] = "INR", ["RUPEES"] = "INR", ["UKP"] = "GBP", ["RMB"] = "CNY",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The code in capitals, or null where it is none; a sign such as £ stands for the project's currency where that is written so.</summary>
    public static string? Find(string written, string? project)
    {
        if (Signs.TryGetValue(written, out var codes))
        {
            return project is not null && codes.Contains(project) ? project : codes[0];
        }

        var code = written.ToUpperInvariant();
        return Codes.Contains(code) ? code : null;
    }

    public static string? Suggest(string written)
    {
        if (Signs.ContainsKey(written))
        {
            return Find(written, null);
        }

        return Names.GetValueOrDefault(written) ?? Swapped(written.ToUpperInvariant()) ?? DidYouMean.Nearest(written, Codes.Order(StringComparer.Ordinal));
    }

    // GPB for GBP is likelier than any other slip.
    private static string? Swapped(string code) => code.Length != 3
        ? null
        : new[] { $"{code[1]}{code[0]}{code[2]}", $"{code[0]}{code[2]}{code[1]}" }.FirstOrDefault(Codes.Contains);
}
