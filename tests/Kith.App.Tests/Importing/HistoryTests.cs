using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.Domain.Strength;
using Kith.Importing;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Importing;

public sealed class HistoryTests(Product product)
{
    private const string Ben = "Ben,Adler,https://www.linkedin.com/in/ben-adler,,Harbor & Finch,Head of Data,12 Mar 2024";
    private const string Cleo = "Cleo,Moss,https://www.linkedin.com/in/cleo-moss,,Northwind Mills,Analyst,2 Jan 2023";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task In_a_group_a_message_counts_with_its_sender_or_with_those_it_was_written_to(Database database)
    {
        await using var world = await product.Start(database);

        await world.Import(new Export().Connections(Ben, Cleo).Messages(
            Export.FromAda("ben-adler|cleo-moss", "2024-05-01 09:00:00", "Lunch on Friday?"),
            "c1,,Ben Adler,https://www.linkedin.com/in/ben-adler,\"Ada Harbor,Cleo Moss\",\"https://www.linkedin.com/in/ada-harbor,https://www.linkedin.com/in/cleo-moss\",2024-05-01 10:00:00 UTC,,Gladly,INBOX,,No",
            Export.FromAda(string.Join('|', Enumerable.Range(1, 14).Select(n => $"guest-{(char)('a' + n)}")), "2024-05-02 09:00:00", "An invitation for everybody", "c2")));

        (await Contacts(world, "ben-adler")).ShouldBe([("Lunch on Friday?", Direction.Out), ("Gladly", Direction.In)]);
        (await Contacts(world, "cleo-moss")).ShouldBe([("Lunch on Friday?", Direction.Out)]);
        (await world.Ask(db => db.Interactions.CountAsync(i => i.Thread == "c2", Ct))).ShouldBe(10);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_contact_is_left_out_and_told(Database database)
    {
        await using var world = await product.Start(database);

        var imported = await world.Import(new Export().Connections(Ben, Cleo).Messages(
            Export.FromAda("ben-adler", "2024-05-01 09:00:00", "Hello"),
            Export.FromAda("cleo-moss", "2024-05-01 09:00:00", "Never sent", draft: "Yes"),
            Export.ToAda("cleo-moss", "2024-05-01 09:00:00", "Buy now", folder: "SPAM"),
            "c3,,LinkedIn Member,,Ada Harbor,https://www.linkedin.com/in/ada-harbor,2024-05-01 09:00:00 UTC,,Gone,INBOX,,No"));

        (await world.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(1);
        imported.Files[1].Issues.Select(i => i.Code).ShouldBe(["skipped.draft", "skipped.spam", "skipped.anonymous"], ignoreOrder: true);
        imported.Files[1].ShouldSatisfyAllConditions(f => f.Read.ShouldBe(4), f => f.Added.ShouldBe(1));
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_who_wrote_without_being_connected_becomes_a_person_without_an_exchange(Database database)
    {
        await using var world = await product.Start(database);

        await world.Import(new Export().Connections(Ben).Messages(
            Export.ToAda("ben-adler", "2024-05-01 09:00:00", "Hello"), Export.ToAda("dora-elm", "2024-05-01 09:00:00", "A role for you?", "c2")));

        var dora = await world.Ask(db => db.People.SingleAsync(p => p.LinkedIn == "dora-elm", Ct));
        (dora.FullName, dora.Stage).ShouldBe(("Dora Elm", Stage.Contacted));
        (await world.Ask(db => db.Exchanges.CountAsync(e => e.PersonId == dora.Id, Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_later_message_closes_the_follow_up_of_an_earlier_import(Database database)
    {
        await using var world = await product.Start(database);
        var export = new Export().Connections(Ben, Cleo);
        await world.Import(export);

        var later = await world.Import(export.Messages(
            Export.FromAda("ben-adler", "2024-03-11 09:00:00", "Before we were connected"),
            Export.FromAda("ben-adler", "2024-04-01 09:00:00", "The article I spoke of"),
            Export.FromAda("ben-adler", "2024-05-01 09:00:00", "And another"),
            Export.ToAda("cleo-moss", "2024-05-01 09:00:00", "Are you there?")));

        var closed = await world.Ask(db => db.Loops.SingleAsync(l => l.State == LoopState.Closed, Ct));
        closed.ClosedOn.ShouldBe(new DateOnly(2024, 4, 1));
        (await world.Ask(db => db.Interactions.Where(i => i.Id == closed.EvidenceId).Select(i => i.Summary).SingleAsync(Ct))).ShouldBe("The article I spoke of");
        await world.Undo(later.Batch!.Value);
        (await world.Ask(db => db.Loops.CountAsync(l => l.State == LoopState.Open, Ct))).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task An_invitation_nobody_answered_is_an_open_loop_until_a_later_export_shows_the_connection(Database database)
    {
        await using var world = await product.Start(database);
        var invitation = "Ada Harbor,Ben Adler,\"3/3/24, 9:00 AM\",Your talk was a joy,OUTGOING,https://www.linkedin.com/in/ada-harbor,https://www.linkedin.com/in/ben-adler";
        await world.Import(new Export().Connections(Cleo).Invitations(invitation, "Dora Elm,Ada Harbor,\"3/4/24, 9:00 AM\",,INCOMING,https://www.linkedin.com/in/dora-elm,https://www.linkedin.com/in/ada-harbor"));

        var pending = await world.Ask(db => db.Loops.Where(l => l.What != null).OrderBy(l => l.OpenedOn).ToListAsync(Ct));
        pending.Select(l => (l.What, l.State)).ShouldBe([("Invitation sent 3 Mar 2024, not answered", LoopState.Open), ("Invitation from them 4 Mar 2024, not answered", LoopState.Open)]);
        (await Contacts(world, "ben-adler")).ShouldBe([("Your talk was a joy", Direction.Out)]);

        var later = await world.Import(new Export().Connections(Ben, Cleo).Invitations(invitation));

        (later.People, later.Exchanges).ShouldBe((0, 1));
        (await world.Ask(db => db.Loops.SingleAsync(l => l.Id == pending[0].Id, Ct))).ShouldSatisfyAllConditions(
            l => l.State.ShouldBe(LoopState.Closed), l => l.Decision.ShouldBe("Accepted: connected on 12 Mar 2024"), l => l.EvidenceId.ShouldBeNull());
        var ben = await world.Ask(db => db.People.SingleAsync(p => p.LinkedIn == "ben-adler", Ct));
        (ben.FamilyName, ben.Headline).ShouldBe(("Adler", "Head of Data, Harbor & Finch"));
        (await world.Ask(db => db.Loops.CountAsync(l => l.PersonId == ben.Id && l.State == LoopState.Open && l.ExchangeId != null, Ct))).ShouldBe(1);
        (await world.Import(new Export().Connections(Ben, Cleo).Invitations(invitation))).Batch.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_words_of_an_accepted_invitation_count_once(Database database)
    {
        await using var world = await product.Start(database);

        await world.Import(new Export().Connections(Ben)
            .Messages(Export.FromAda("ben-adler", "2024-03-12 09:00:00", "Your talk was a joy"))
            .Invitations(
                "Ada Harbor,Ben Adler,\"3/12/24, 9:00 AM\",Your talk was a joy,OUTGOING,https://www.linkedin.com/in/ada-harbor,https://www.linkedin.com/in/ben-adler"));

        (await Contacts(world, "ben-adler")).ShouldBe([("Your talk was a joy", Direction.Out)]);
    }

    [Theory, OnBothDatabases]
    public async Task Who_recommends_is_an_advocate(Database database)
    {
        await using var world = await product.Start(database);
        var export = new Export().Connections(Ben, Cleo)
            .With("Recommendations_Received.csv", "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nBen,Adler,Harbor & Finch,Head of Data,Ada sees what others miss,\"03/12/24, 09:30 AM\",VISIBLE\n")
            .With("Recommendations_Given.csv", "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nEli,Stone,Old Mill,Chef,Eli cooks well,\"03/12/20, 09:30 AM\",VISIBLE\n")
            .With("Endorsement_Received_Info.csv", "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n2024/03/12 09:30:00 UTC,Statistics,Cleo,Moss,www.linkedin.com/in/cleo-moss,ACCEPTED\n");

        await world.Import(export);

        (await world.Ask(db => db.People.Where(p => p.LinkedIn == "ben-adler").Select(p => p.Stage).SingleAsync(Ct))).ShouldBe(Stage.Advocate);
        (await world.Ask(db => db.Findings.Where(f => f.Kind == FindingKind.Recommendation).OrderBy(f => f.On).Select(f => f.Fact).ToListAsync(Ct)))
            .ShouldBe(["Eli cooks well", "Ada sees what others miss"]);
        (await Contacts(world, "cleo-moss")).ShouldBe([("Endorsed you for Statistics", Direction.In)]);
        (await world.Ask(db => db.People.Where(p => p.FullName == "Eli Stone").Select(p => p.Headline).SingleAsync(Ct))).ShouldBe("Chef, Old Mill");
        (await world.Import(export)).Batch.ShouldBeNull();
    }

    [Fact]
    public async Task Skills_that_differ_by_a_sign_are_kept_apart()
    {
        await using var world = await product.Start(Database.Sqlite);
        var export = new Export().Connections(Ben).With("Skills.csv", "Name\nC\nC#\nC++\nc#\n");

        await world.Import(export);

        (await world.Ask(db => db.Findings.Where(f => f.Kind == FindingKind.Skill).OrderBy(f => f.Id).Select(f => f.Fact).ToListAsync(Ct))).ShouldBe(["C", "C#", "C++"]);
        (await world.Import(export)).Batch.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_owner_of_the_export_gets_a_row_of_their_own(Database database)
    {
        await using var world = await product.Start(database);
        var export = new Export().Connections(Ben).Messages(Export.FromAda("ben-adler", "2024-05-01 09:00:00", "Hello"))
            .With("Profile.csv", "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\nAda,Harbor,,,,Data lead,I turn data into decisions,Shipping,,Lisbon,,,\n")
            .With("Positions.csv", "Company Name,Title,Description,Location,Started On,Finished On\nOld Mill,Analyst,,Lisbon,Jan 2015,Mar 2019\nHarbor & Finch,Data lead,,Lisbon,Apr 2019,\n")
            .With("Education.csv", "School Name,Start Date,End Date,Notes,Degree Name,Activities\nLisbon School of Tides,2010,2014,,BSc,\n")
            .With("Skills.csv", "Name\nStatistics\n")
            .With("Languages.csv", "Name,Proficiency\nPortuguese,Native\n")
            .With("Job Seeker Preferences.csv", "Locations,Industries,Company Employee Count,Preferred Job Types,Job Titles,Open To Recruiters,Dream Companies\n\"Lisbon, Portugal\",Shipping,,FULL_TIME,Head of Data,Yes,Northwind Mills\n");

        await world.Import(export);

        var self = await world.Ask(db => db.People.SingleAsync(p => p.IsSelf, Ct));
        (self.FullName, self.LinkedIn, self.Headline).ShouldBe(("Ada Harbor", "ada-harbor", "Data lead, Harbor & Finch"));
        var positions = await world.Ask(db => db.Positions.Where(p => p.PersonId == self.Id).OrderBy(p => p.From).ToListAsync(Ct));
        positions.Select(p => (p.Kind, p.Title, p.From, p.IsCurrent)).ShouldBe([
            (PositionKind.Education, "BSc", new(2010, 1, 1), false), (PositionKind.Work, "Analyst", new(2015, 1, 1), false), (PositionKind.Work, "Data lead", new DateOnly(2019, 4, 1), true)]);
        var kinds = await world.Ask(db => db.Findings.Where(f => f.PersonId == self.Id).Select(f => f.Kind).Distinct().ToListAsync(Ct));
        kinds.ShouldBe([FindingKind.Fact, FindingKind.Skill, FindingKind.Language, FindingKind.WantedRole, FindingKind.WantedPlace, FindingKind.WantedIndustry, FindingKind.WantedOrganisation], ignoreOrder: true);
        (await world.Import(export)).Batch.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Follows_events_and_jobs_become_seeds_of_the_search(Database database)
    {
        await using var world = await product.Start(database);
        var export = new Export().Connections(Ben)
            .With("Company Follows.csv", "Organization,Followed On\nNorthwind Mills,Tue Mar 12 09:30:00 UTC 2024\n")
            .With("Events.csv", "Event Name,Event Time,Status,External Url\nDataConf,\"May 5, 2024 9:00 AM - May 5, 2024 5:00 PM\",ATTENDING,https://example.com/dataconf\n")
            .With("Jobs/Saved Jobs.csv", "Saved Date,Job Url,Job Title,Company Name\n\"3/12/24, 9:30 AM\",https://www.linkedin.com/jobs/view/41,Head of Data,Northwind Mills\n\"3/13/24, 9:30 AM\",https://www.linkedin.com/jobs/view/42,Analyst,Old Mill\n");
        await world.Import(export);

        var later = await world.Import(export.With(
            "Jobs/Job Applications.csv", "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n\"3/20/24, 9:30 AM\",ada@example.com,,Northwind Mills,Head of Data,http://www.linkedin.com/jobs/view/41,cv.pdf,\n"));

        later.Updated.ShouldBe(1);
        var opportunities = await world.Ask(db => db.Opportunities.OrderBy(o => o.SourceKey).ToListAsync(Ct));
        opportunities.Select(o => (o.Title, o.State, o.AppliedOn)).ShouldBe([("Head of Data", OpportunityState.Applied, new(2024, 3, 20)), ("Analyst", OpportunityState.Lead, (DateOnly?)null)]);
        (await world.Ask(db => db.Findings.CountAsync(f => f.Kind == FindingKind.Follows && f.OrganisationId == opportunities[0].OrganisationId, Ct))).ShouldBe(1);
        (await world.Ask(db => db.Events.Select(e => e.Name).SingleAsync(Ct))).ShouldBe("DataConf");
        (await world.Import(export)).Batch.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Namesakes_without_an_address_stay_apart(Database database)
    {
        await using var world = await product.Start(database);
        var old = System.Text.Encoding.UTF8.GetBytes(
            "First Name,Last Name,Email Address,Company,Position,Connected On\nBen,Adler,,Harbor & Finch,Head of Data,12 Mar 2018\nBen,Adler,,Old Mill,Miller,12 Mar 2018\n");

        (await world.Import(old, "Connections.csv")).People.ShouldBe(2);

        (await world.Import(old, "Connections.csv")).Batch.ShouldBeNull();
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Progress_is_told_while_the_rows_go_in(Database database)
    {
        await using var world = await product.Start(database);
        var told = new List<ImportProgress>();

        await world.Import(new Export().Connections([.. Enumerable.Range(0, 1_200).Select(n => $"Person,Number{n},{Export.Url($"person-{n}")},,,,12 Mar 2024")]), progress: told.Add);

        told.Select(p => p.Rows).ShouldBe([500, 1_000, 1_200]);
        told[^1].ShouldSatisfyAllConditions(p => p.Bytes.ShouldBe(p.TotalBytes), p => p.File.ShouldBe("Connections.csv"));
    }

    private static Task<List<(string?, Direction)>> Contacts(World world, string slug) => world.Ask(async db =>
        (await db.Interactions.Where(i => db.People.Any(p => p.Id == i.PersonId && p.LinkedIn == slug)).OrderBy(i => i.At).Select(i => new { i.Summary, i.Direction }).ToListAsync(Ct))
        .ConvertAll(i => (i.Summary, i.Direction)));
}
