using System.Collections.Immutable;
using CxRules.Model.Contacts;

namespace CxRules.Testing.Surveys;

/// <summary>Adds contacts up by cause. Agents are neither named nor ranked.</summary>
internal sealed class Causes(DriverMap map, string? currency)
{
    private const string Skill = "skill";
    private const string Operations = "operations";

    /// <summary>From a customer-experience article of the trade (docs/reports.md).</summary>
    private static readonly ImmutableArray<CausePrior> s_priors =
    [
        new("dissatisfaction", "customer", 20, 30, null, null, 0),
        new("dissatisfaction", "employee", 20, 20, Skill, null, 0),
        new("dissatisfaction", "company", 40, 60, Operations, null, 0),
        new("executive escalations", "policy", 50, null, null, null, 0),
        new("executive escalations", "product", 20, 20, null, null, 0),
        new("executive escalations", "agent", 3, 3, Skill, null, 0),
    ];

    private static readonly Dictionary<string, (CauseCourse Course, int Place)> s_courses = new(StringComparer.Ordinal)
    {
        [Skill] = (CauseCourse.Coaching, 0),
        [Operations] = (CauseCourse.Owner, 1),
        ["unknown"] = (CauseCourse.Review, 2),
    };

    public CauseReport Of(Cube cube)
    {
        var isOnScale = cube.All.Ratings.OffScale == 0;
        ImmutableArray<CauseLine> lines =
        [
            .. cube.By(sort => sort.Cause)
                .Select(tally => Line(tally.Key, tally.Value, cube, isOnScale))
                .OrderBy(line => s_courses.TryGetValue(Code.ToBareWord(line.Cause), out var known) ? known.Place : line.Cause == ContactSort.None ? int.MaxValue : s_courses.Count),
        ];
        var operations = cube.Where(sort => Is(sort.Cause, Operations)).By(sort => map.OwnerOf(sort.Touchpoint))
            .Select(tally => new DriverLine(tally.Key, tally.Value.Contacts, tally.Value.Routed, currency is null ? null : tally.Value.Cost, currency is null ? null : tally.Value.Found));
        return new(lines, [.. operations], [.. s_priors.Select(prior => Beside(prior, lines))]);
    }

    private CauseLine Line(string cause, ContactTally tally, Cube cube, bool isOnScale) => new(
        cause,
        s_courses.TryGetValue(Code.ToBareWord(cause), out var known) ? known.Course : CauseCourse.Review,
        tally.Contacts,
        Percent.Of(tally.Contacts, cube.All.Contacts) ?? 0,
        currency is null ? null : tally.Cost,
        isOnScale ? tally.Ratings.Bottom : null,
        cube.Where(sort => sort.IsEscalated && (cause == ContactSort.None ? sort.Cause is null : Is(sort.Cause, cause))).All.Contacts);

    private static CausePrior Beside(CausePrior prior, ImmutableArray<CauseLine> lines)
    {
        Func<CauseLine, long> amount = prior.Of == "dissatisfaction" ? line => line.Dissatisfied ?? 0 : line => line.Escalated;
        var said = lines.Where(line => Is(line.Cause, Skill) || Is(line.Cause, Operations)).Sum(amount);
        return prior.Cause is not { } cause ? prior : prior with { Here = Percent.Of(lines.Where(line => Is(line.Cause, cause)).Sum(amount), said), Contacts = said };
    }

    private static bool Is(string? cause, string code) => cause is not null && Code.ToBareWord(cause) == Code.ToBareWord(code);
}
