namespace CxRules.Fuzzing.Generation;

/// <summary>
/// The language as tables. `&lt;name&gt;` stands for one of another table's lines, `~` for a space that stays on its line, `^` for one
/// inside a text, a plain space for one that may become anything that parts words. The first line of a table ends the recursion.
/// </summary>
internal static class Productions
{
    public static readonly IReadOnlyDictionary<string, string[]> Tables = new Dictionary<string, string[]>
    {
        ["condition"] =
        [
            "<field-condition>", "<field-condition>", "<measure-condition>", "<measure-condition>", "<fact>", "<condition> and <operand>", "<operand> or <condition>",
            "not <operand>", "not not <operand>", "<operand> and <operand> and <operand>", "<quantity>", "(<condition>)",
        ],
        ["operand"] = ["<field-condition>", "<measure-condition>", "<fact>", "(<condition>)", "not (<condition>)", "((<condition>))"],
        ["contact-condition"] = ["<field-condition>", "<field-condition> and <field-condition>", "not <field-condition>", "(<field-condition> or <field-condition>)"],
        ["field-condition"] =
        [
            "<category> <equal> <code>", "<category> <in> <codes>", "<category> <in> <code>", "<number-field> <compare> <number>", "<duration-field> <compare> <length>",
            "<duration-field> <compare> <length> + <length>", "<money-field> <compare> <money>", "<text-field> contains <text>", "<text-field> contains any of (<text>, <text>)",
            "<text-field> matches <pattern>", "tag has <code>", "has <any-field>", "no <any-field>", "<flag>", "field~<category> <equal> <code>", "\"over\" <equal> <code>",
            "<number-field> between <number> and <number>", "<duration-field> is between <length> and <length>", "local~time between <time> and <time>",
            "weekday in (saturday, sunday)", "within <length> after <instant>", "<instant> <compare> <date>", "customer is repeat within <length>",
            "customer is not repeat within the~same~day", "<category> = t.<word>", "<number-field> <compare> field~<number-field>", "<category> in t.<word>",
            "<number-field> <in> (1, 2, 3.5)", "<number-field> <compare> (<number>)", "<money-field> <compare> <money> × 2",
        ],
        ["measure-condition"] =
        [
            "<measure> <compare> <amount>", "<measure> <compare> <amount> <over>", "<measure> is beyond~chance", "<measure> beyond~chance at <percent>", "beyond~chance",
            "above~the~expected~range <over>", "<measure> is above~the~expected~range at <percent>", "<measure> above~the~expected~range", "<measure> is <percent> above <reference>",
            "<measure> is <percent> below <reference> <over>", "<measure> between <amount> and <amount>", "<measure> is between <amount> and <amount>",
        ],
        ["quantity"] = ["at~least <count>", "at~most <count>", "more~than <count>", "fewer~than <count>", "less~than <count>", "at~least <count> <over>", "at~least t.<word>~contacts"],
        ["measure"] =
        [
            "<window>~volume", "<window>~<plain-measure>", "<plain-measure> <over>", "<window>~<nested-measure>", "<nested-measure> <over>",
            "<window>~volume per~100~bills", "volume per~1000~smart~meters <over>", "cost <over> per~100~bills", "<window>~volume <length>~earlier", "<nested-measure>", "<plain-measure>",
        ],
        ["plain-measure"] =
        [
            "volume", "share", "customers", "cost", "cancellations", "bottom-2~rate", "top-2~rate", "average <number-field>", "average of <duration-field>", "median <duration-field>",
            "90th~percentile <number-field>", "2nd~percentile of <duration-field>", "repeat~rate within <length>", "repeat~rate within the~same~day", "tally",
        ],
        ["nested-measure"] =
        [
            "volume of (<contact-condition>)", "share of (<contact-condition>)", "share among (<contact-condition>)", "share of (<contact-condition>) among (<contact-condition>)",
            "tally of (<contact-condition>)",
        ],
        ["window"] = ["hourly", "daily", "weekly", "monthly", "Weekly"],
        ["over"] = ["over <length>", "over 3~cycles of bills", "over t.<word>~days", "over 1~cycle of smart~meters"],
        ["amount"] =
        [
            "<number>", "<number>", "<baseline>", "<baseline> <times> 1.3", "<baseline> + <number>", "<baseline> <minus> <number>", "<percent> of <baseline>", "<percent>", "2 <times> <right-measure>",
            "<right-measure>", "1.2 <times> (<right-measure> + <number>)", "<money>", "<length>", "<baseline> <times> <factor>", "<count>", "(<number>)", "t.<word>", "t.<word>~contacts", "<minus>5",
        ],
        ["right-measure"] = ["volume", "<window>~<plain-measure>", "<window>~volume <length>~earlier", "<nested-measure>", "volume per~100~bills"],
        ["reference"] = ["baseline", "<baseline>", "<window>~volume 52~weeks~earlier"],
        ["baseline"] = ["baseline", "baseline", "baseline from median of <weeks>", "baseline from mean of <weeks>", "baseline from same~weekday of <weeks>", "baseline from fixed <plain-number>"],
        ["factor"] = ["by <category> (<code> 1.1)", "by <category> (<bare-code> 1.1, <text> 1.2, otherwise 1.5)", "by <category> (<bare-code> t.<word>, <bare-code> 0.9)"],
        ["fact"] =
        [
            "followed by (<contact-condition>) <limit>", "preceded by (<contact-condition>) <limit>", "not followed by <journey-contact> <limit>", "followed by any~contact <limit>",
            "preceded by <journey-contact> <limit>", "sample <id> estimates more~than <count>~per~<span>", "sample <id> estimates at~least <count>", "case <id> is <state>", "case is <state> for <length>",
            "case <id> is not <state>", "case is past~its~cap", "case cost <compare> <money>", "case <id> cost between <money> and <money>", "signal <id> is active", "signal <id> is not active",
            "csharp <code-text>", "case is in~progress",
        ],
        ["journey-contact"] = ["<category> = <code>", "cancelled", "has csat", "no csat", "<number-field> > 2"],
        ["state"] = ["declined", "open", "fixed", "measured", "acknowledged"],
        ["limit"] = ["within <length>", "within the~same~day", "within t.<word>~days"],
        ["span"] = ["day", "hour", "week", "month"],
        ["action"] =
        [
            "route to <owners> <options>", "route to owner of disposition <options>", "route to owner of touchpoint", "escalate to <owners> <options>", "tag contact with <tag>", "call back within <length>",
            "notify customers", "notify agents and customers", "notify customers and agents within <length>", "suppress <id>", "suppress <id> because <text>", "emit signal <id>", "route to t.<word>",
        ],
        ["owners"] = ["Billing", "<owner>", "<owner> and <owner>", "<owner> and <owner> and <owner>"],
        ["owner"] = ["Billing", "Networks", "Product", "\"Chief^Operating^Officer\"", "“Field^Service”", "CX"],
        ["options"] = ["with cost~estimate", "with priority <severity>", "with evidence <digits>~contacts", "with evidence 5", "because <text>", "via billing-jira", "with cost~estimate with priority high because <text>", "with cost~estimate via billing-jira"],
        ["tag"] = ["recover", "coach", "praise", "<word>", "\"needs^a^look\""],
        ["moments"] = ["<moment>", "<moment> and <moment>"],
        ["moment"] = ["on weekdays", "on holidays", "on monday, tuesday", "between <time> and <time>", "during incidents", "within <length> after holidays"],
        ["schedule"] = ["day", "hour", "month", "monday~at 06:00", "week~on~monday", "day~at 6:00"],
        ["hold"] = ["<length>", "3 of <length>", "t.<word>~days"],
        ["per"] = ["product", "product, region", "product, region, segment", "product top~5~by~cost", "region, product top~3~by~volume", "\"over\", field~product"],
        ["severity"] = ["low", "medium", "high", "critical", "HIGH"],
        ["link"] = ["<said>"],
        ["author"] = ["cx-analytics", "<word>", "\"Customer^Insight^&^Co.\"", "<said>"],
        ["category"] = ["disposition", "channel", "product", "region", "segment", "queue", "sub-disposition", "owner~hint", "Disposition", "topic"],
        ["number-field"] = ["csat", "rating", "transfers", "reopens", "CSAT"],
        ["duration-field"] = ["handle~time", "wait~time", "handle~time"],
        ["money-field"] = ["bill~amount", "refund"],
        ["text-field"] = ["text", "text"],
        ["instant"] = ["occurred~at", "first~billed~at", "cancelled~at", "revised~at"],
        ["any-field"] = ["csat", "<duration-field>", "<category>", "cancellation~reason"],
        ["flag"] = ["cancelled", "escalated", "abandoned", "Cancelled"],
        ["equal"] = ["=", "!=", "≠", "is", "is not"],
        ["in"] = ["in", "is in", "not in", "is not in"],
        ["compare"] =
        [
            "=", "<", "<=", "≤", ">", ">=", "≥", "!=", "≠", "is", "is above", "above", "below", "is below", "at~least", "is at~least", "at~most", "is at~most", "more~than", "is more~than", "greater~than",
            "less~than", "is fewer~than",
        ],
        ["times"] = ["×", "*"],
        ["minus"] = ["-~", "−~"],
        ["codes"] = ["(<code>)", "(<code>, <code>)", "(<code>, <code>, <text>, <number-code>)"],
        ["code"] = ["<bare-code>", "<bare-code>", "<text>", "\"<word>^<word>\""],
        ["bare-code"] = ["billing-confusion", "<word>", "3-day-notice", "grün", "late_fee", "Ещё-раз"],
        ["number-code"] = ["42", "2027-01-31", "08:30"],
        ["number"] = ["<digits>", "<plain-number>", "<digits>~contacts", "1,250", "12,345,678.5", "0.25", "<minus><digits>"],
        ["plain-number"] = ["<digits>", "2.5", "120"],
        ["percent"] = ["12%", "0.5%", "30 %", "100%", "t.<word>%"],
        ["money"] = ["50,000~USD", "£500", "$1,250.50", "€3", "¥10000", "20~GBP", "<minus>£5", "31.50~CHF"],
        ["length"] = ["36~hours", "7~days", "2~weeks", "20~min", "90~seconds", "1~h", "28~days", "1~day", "5~minutes"],
        ["weeks"] = ["8~weeks", "1~week", "t.<word>~weeks"],
        ["count"] = ["50~contacts", "<digits>~customers", "10~ratings", "1~contact", "1,000~contacts"],
        ["time"] = ["08:00", "20:00", "6:30", "23:59"],
        ["date"] = ["2027-06-30", "2026-01-01", "2028-02-29"],
    };
}
