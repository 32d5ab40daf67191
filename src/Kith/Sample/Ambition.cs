using Kith.Data;
using Kith.Domain;

namespace Kith.Sample;

/// <summary>What the owner of the sample network can do, wants, found out and applied for.</summary>
internal sealed class Ambition(SampleRows rows, WorkspaceClock clock, Random dice, IReadOnlyDictionary<string, Guid> organisations)
{
    private static readonly (FindingKind Kind, string Fact)[] Profile =
    [
        (FindingKind.Skill, "Demand forecasting"), (FindingKind.Skill, "Python"), (FindingKind.Skill, "SQL"), (FindingKind.Skill, "Leading small teams"),
        (FindingKind.Skill, "Explaining statistics"), (FindingKind.Skill, "Energy markets"), (FindingKind.Skill, "Workshop facilitation"),
        (FindingKind.Language, "English (full professional)"), (FindingKind.Language, "Dutch (native)"), (FindingKind.Language, "German (working)"),
        (FindingKind.WantedRole, "Head of Analytics"), (FindingKind.WantedPlace, "Rotterdam"), (FindingKind.WantedIndustry, "Renewable energy"),
        (FindingKind.WantedOrganisation, "Harbor & Finch"),
    ];

    private static readonly (string Text, int Weight)[] Wishes =
        [("Work that visibly cuts emissions", 3), ("A team I help to grow", 2), ("Two days a week at home", 1), ("A boss I can disagree with", 3)];

    private static readonly (OpportunityState State, string Title, int Firm)[] Openings =
    [
        (OpportunityState.Lead, "Head of Analytics", 0), (OpportunityState.Lead, "Forecasting Lead", 3), (OpportunityState.Lead, "Team Lead Data", 5),
        (OpportunityState.Applied, "Head of Data", 1), (OpportunityState.Applied, "Analytics Manager", 4), (OpportunityState.Screening, "Lead Data Scientist", 2),
        (OpportunityState.Interview, "Head of Forecasting", 6), (OpportunityState.Offer, "Principal Analyst", 7), (OpportunityState.Accepted, "Volunteer data lead", 45),
        (OpportunityState.Closed, "Data Product Owner", 14),
    ];

    /// <summary>The goal; its targets follow from it.</summary>
    internal Goal Goal() => new()
    {
        Id = rows.NewId(),
        RoleFamily = "Head of Analytics",
        Field = "Renewable energy",
        Place = "Rotterdam or remote",
        Deadline = clock.Today.AddDays(150),
        WeeklyHours = 6,
        SuccessTest = "A signed contract to lead an analytics team of five or more at an organisation that cuts emissions.",
        CreatedAt = clock.Now.AddDays(-70),
    };

    /// <summary>A goal that came to its end years ago.</summary>
    internal Goal Earlier() => new()
    {
        Id = rows.NewId(),
        RoleFamily = "Senior Data Analyst",
        Field = "Energy",
        Place = "Rotterdam",
        State = GoalState.Reached,
        CreatedAt = clock.Now.AddDays(-1600),
        EndedOn = clock.Today.AddDays(-1400),
        Ending = "Signed with the planning team; the third conversation after the alumni evening.",
    };

    internal IEnumerable<Criterion> Criteria(Guid goal) => Wishes.Select((wish, place) => new Criterion { Id = rows.NewId(), GoalId = goal, Text = wish.Text, Weight = wish.Weight, Place = place });

    internal IEnumerable<TargetOrganisation> Targets(Guid goal) => Places.Everywhere.Where(f => f.Motivation is not null).Select(firm => new TargetOrganisation
    {
        Id = rows.NewId(),
        GoalId = goal,
        OrganisationId = organisations[firm.Name],
        Motivation = firm.Motivation,
        Posting = firm.Posting,
    });

    internal IEnumerable<Audience> Audiences(Guid goal) =>
    [
        new() { Id = rows.NewId(), GoalId = goal, Name = "Who decides at my targets", DecidersOnly = true, AtTargetsOnly = true },
        new() { Id = rows.NewId(), GoalId = goal, Name = "Analytics people in energy", Titles = "analytics, forecasting, data scientist", Fields = "wind power, offshore wind, energy trading, power grids, batteries", Places = "Rotterdam, Delft" },
        new() { Id = rows.NewId(), Name = "Alumni who champion me", Tag = "alumni", Role = DecisionRole.Champion },
    ];

    internal void Fill(Person self, IReadOnlyList<Person> people, IReadOnlyList<Course> courses)
    {
        foreach (var (kind, fact) in Profile)
            Find(kind, fact, "Profile", person: self.Id);
        foreach (var firm in Places.All.Where(f => f.Motivation is not null))
            foreach (var fact in Lines.AboutFirms.OrderBy(_ => dice.Next()).Take(1 + firm.Motivation!.Value))
                Find(FindingKind.Fact, Lines.Say([fact], dice), "https://example.org/news", organisation: organisations[firm.Name]);
        foreach (var firm in Places.All.Skip(2).Take(6))
            Find(FindingKind.Follows, $"You follow {firm.Name}", "Company Follows.csv", organisation: organisations[firm.Name]);
        foreach (var person in people.Where((_, i) => i % 7 == 0))
            Find(FindingKind.Fact, Lines.Say(Lines.AboutPeople, dice), "https://example.com/interview", person: person.Id);
        foreach (var (person, _) in people.Zip(courses).Where(p => p.Second == Course.Advocate))
            Find(FindingKind.Recommendation, Lines.About(Channel.Recommendation, dice), "Recommendations_Received.csv", person: person.Id);
        Apply();
        Weigh();
    }

    // At each target that anybody works at, the first few have a say; the roles go round, so that every one is there.
    private void Weigh()
    {
        var targets = Places.All.Where(f => f.Motivation is not null).Select(f => organisations[f.Name]).ToHashSet();
        var there = rows.Positions.Where(p => p.IsCurrent && p.OrganisationId is { } at && targets.Contains(at)).DistinctBy(p => p.PersonId).ToList();
        foreach (var (number, position) in there.Index().Where(p => p.Index % 2 == 0))
            rows.Add(rows.Stakeholders, new()
            {
                Id = rows.NewId(),
                PersonId = position.PersonId,
                OrganisationId = position.OrganisationId!.Value,
                Role = Seniority.Decides(position.Title) ? DecisionRole.DecisionMaker : (DecisionRole)(number / 2 % 6),
            });
    }

    private void Find(FindingKind kind, string fact, string source, Guid? person = null, Guid? organisation = null) => rows.Add(rows.Findings, new()
    {
        Id = rows.NewId(),
        PersonId = person,
        OrganisationId = organisation,
        Kind = kind,
        Fact = fact,
        Source = source,
        On = clock.Today.AddDays(-dice.Next(3, 300)),
    });

    private void Apply()
    {
        foreach (var (state, title, firm) in Openings)
            rows.Add(rows.Opportunities, new()
            {
                Id = rows.NewId(),
                Title = title,
                OrganisationId = organisations[Places.All[firm].Name],
                State = state,
                Url = "https://example.com/jobs",
                SavedOn = clock.Today.AddDays(-dice.Next(30, 60)),
                AppliedOn = state == OpportunityState.Lead ? null : clock.Today.AddDays(-dice.Next(8, 28)),
                Notes = state == OpportunityState.Closed ? "They froze hiring until next year." : null,
            });
    }
}
