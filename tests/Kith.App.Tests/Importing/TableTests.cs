using System.Text;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.Importing;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Importing;

public sealed class TableTests(Product product)
{
    private const string Members = "Wer;Wo;Erreichbar;Seit\nAna Kovač;Zagora d.o.o.;ana@zagora.example;1.2.2029\nBen Adler;Northwind Mills;ben@example.com;2.3.2029\n";

    private const string Huntr =
        "Company,Job Title,Status,Job URL,Date Saved,Date Applied,Salary,Notes\n"
        + "Northwind Mills,Data Engineer,Wishlist,https://jobs.example/1,2030-01-10,,90k,\n"
        + "Zagora,Analyst,Phone screen,https://jobs.example/2,2030-01-11,2030-01-12,,Ask Ana\n"
        + "Harbor,Planner,Rejected,https://jobs.example/3,2030-01-11,2030-01-12,,\n"
        + "Harbor,Clerk,Pondering,,,,,\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_table_nobody_knows_is_read_by_what_its_columns_seem_to_be(Database database)
    {
        await using var world = await product.Start(database);

        var imported = await Import(world, "Person,Company,E-Mail\nAna Kovač,Zagora,ana@zagora.example\n,,\nBen Adler,,ben@example.com\n");

        (imported.People, imported.Organisations).ShouldBe((2, 1));
        (await world.Ask(db => db.Emails.Select(e => e.Value).OrderBy(v => v).ToListAsync(Ct))).ShouldBe(["ana@zagora.example", "ben@example.com"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_the_user_says_of_the_columns_holds_and_is_remembered_for_the_next_such_table(Database database)
    {
        await using var world = await product.Start(database);
        var told = await Choose(world, Members, ["Wer=full-name", "wo=organisation", "Erreichbar=email:work", "Seit=connected-on"]);

        await Import(world, Members, new() { Table = told });
        await Import(world, Members.Replace("Ben Adler", "Cleo Dahl", StringComparison.Ordinal).Replace("ben@", "cleo@", StringComparison.Ordinal));

        (await world.Ask(db => db.People.Select(p => p.FullName).OrderBy(n => n).ToListAsync(Ct))).ShouldBe(["Ana Kovač", "Ben Adler", "Cleo Dahl"]);
        (await world.Ask(db => db.Emails.Where(e => e.Value == "cleo@example.com").Select(e => e.Label).SingleAsync(Ct))).ShouldBe("work");
    }

    [Theory, OnBothDatabases]
    public async Task A_table_whose_rows_name_nobody_is_refused_with_what_to_do(Database database)
    {
        await using var world = await product.Start(database);

        var refused = await Should.ThrowAsync<RefusedException>(() => Import(world, "Colour,Size\nred,12\nblue,14\n"));

        (refused.Code, refused.Message.Contains("--column", StringComparison.Ordinal)).ShouldBe(("csv.columns", true));
        (await world.Ask(db => db.Batches.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_list_of_openings_becomes_opportunities_where_the_tracker_had_them(Database database)
    {
        await using var world = await product.Start(database);

        var imported = await Import(world, Huntr);

        (imported.People, imported.Organisations, imported.Added, imported.Files[0].Kind).ShouldBe((0, 3, 4, "opportunities"));
        var all = await world.Ask(db => db.Opportunities.OrderBy(o => o.Title).ToListAsync(Ct));
        all.Select(o => (o.Title, o.State)).ShouldBe(
            [("Analyst", OpportunityState.Screening), ("Clerk", OpportunityState.Lead), ("Data Engineer", OpportunityState.Lead), ("Planner", OpportunityState.Closed)]);
        (all[0].SavedOn, all[0].AppliedOn, all[0].Notes).ShouldBe((new DateOnly(2030, 1, 11), new DateOnly(2030, 1, 12), "Ask Ana"));
        all[1].Notes.ShouldBe("Status: Pondering");
        all[2].Notes.ShouldBe("Salary: 90k");
    }

    [Theory, OnBothDatabases]
    public async Task The_list_again_moves_only_what_went_on_and_undo_takes_it_back(Database database)
    {
        await using var world = await product.Start(database);
        await Import(world, Huntr);
        (await Import(world, Huntr)).Batch.ShouldBeNull();

        var later = await Import(world, Huntr.Replace("Phone screen", "Offer", StringComparison.Ordinal));

        (later.Added, later.Updated, later.Unchanged).ShouldBe((0, 1, 3));
        (await StateOf(world, "Analyst")).ShouldBe(OpportunityState.Offer);
        await world.Undo(later.Batch!.Value);
        (await StateOf(world, "Analyst")).ShouldBe(OpportunityState.Screening);
    }

    [Theory, OnBothDatabases]
    public async Task A_trackers_own_words_stand_for_states(Database database)
    {
        await using var world = await product.Start(database);
        (string Word, OpportunityState State)[] words =
        [
            ("Wishlist", OpportunityState.Lead), ("Bookmarked", OpportunityState.Lead), ("APPLIED", OpportunityState.Applied), ("Phone Interview", OpportunityState.Screening),
            ("Final interview", OpportunityState.Interview), ("Offer", OpportunityState.Offer), ("Offer declined", OpportunityState.Closed), ("Offer accepted", OpportunityState.Accepted),
        ];

        await Import(world, "Company,Job Title,Status\n" + string.Concat(words.Select(w => $"Harbor,{w.Word},{w.Word}\n")));

        (await world.Ask(db => db.Opportunities.ToDictionaryAsync(o => o.Title, o => o.State, Ct))).ShouldBe(words.ToDictionary(w => w.Word, w => w.State), ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_column_or_field_that_is_not_there_is_refused_with_those_that_are(Database database)
    {
        await using var world = await product.Start(database);

        (await Should.ThrowAsync<RefusedException>(() => Choose(world, Members, ["Who=full-name"]))).Message.ShouldContain("Wer, Wo, Erreichbar, Seit");
        (await Should.ThrowAsync<RefusedException>(() => Choose(world, Members, ["Wer=shoe-size"]))).Message.ShouldContain("full-name, given-name");
        (await Should.ThrowAsync<RefusedException>(() => Choose(world, Members, ["Wer=3"]))).Code.ShouldBe("csv.field");
    }

    private static async Task<TableColumns?> Choose(World world, string table, string[] told)
    {
        var path = Path.Combine(world.Storage.Folder, "told.csv");
        await File.WriteAllTextAsync(path, table, Ct);
        return await world.Ask(db => ChooseColumns.Handle(path, told, areOpenings: false, db, Ct));
    }

    private static Task<OpportunityState> StateOf(World world, string title) =>
        world.Ask(db => db.Opportunities.Where(o => o.Title == title).Select(o => o.State).SingleAsync(Ct));

    private static Task<Imported> Import(World world, string table, ImportOptions? options = null) =>
        world.Import(Encoding.UTF8.GetBytes(table), "table.csv", options: options);
}
