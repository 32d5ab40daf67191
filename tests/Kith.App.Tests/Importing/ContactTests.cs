using System.Text;
using Kith.App.Tests.Fixtures;
using Kith.Importing;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Importing;

public sealed class ContactTests(Product product)
{
    private const string Ana = """
        BEGIN:VCARD
        VERSION:3.0
        UID:ana-1
        N:Kovač;Ana;Marija;Dr.;
        FN:Dr. Ana Kovač
        ORG:Harbor & Finch;Data
        TITLE:Head of Data
        EMAIL;TYPE=WORK:ana@example.com
        TEL;TYPE=CELL:+44 20 7946 0001
        ADR;TYPE=HOME:;;1 Quay;Zadar;;23000;Croatia
        URL:https://ana.example.com
        BDAY:--03-01
        CATEGORIES:alumni
        NOTE:Sails
        X-MS-MANAGER:Viktor Baráth
        END:VCARD

        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_card_becomes_a_person_with_everything_it_says(Database database)
    {
        await using var world = await product.Start(database);

        var imported = await Book(world, Ana);

        imported.Files.Single().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe("vcard"), f => f.Read.ShouldBe(1), f => f.Added.ShouldBe(1));
        var outcome = await world.Run("person", "Ana Kovač", "--json");
        foreach (var said in (string[])["\"given\": \"Ana\"", "\"additional\": \"Marija\"", "ana@example.com", "+442079460001", "Zadar", "https://ana.example.com", "--03-01", "alumni", "Sails", "Harbor & Finch", "Head of Data", "Viktor Baráth"])
            outcome.Output.ShouldContain(said);
        (await world.Ask(db => db.PeopleMatching("finch alumni").CountAsync(Ct))).ShouldBe(1);
        (await world.Ask(db => db.Exchanges.CountAsync(Ct))).ShouldBe(0, "an entry in an address book is no exchange");
        (await world.Ask(db => Kith.Data.Projections.Drift(db, Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_address_book_twice_changes_nothing_and_undo_takes_it_back(Database database)
    {
        await using var world = await product.Start(database);
        var nothing = await ImportTests.Counts(world);
        var first = await Book(world, Ana + Ana.Replace("UID:ana-1\n", "", StringComparison.Ordinal).Replace("Ana", "Cleo", StringComparison.Ordinal).Replace("ana@", "cleo@", StringComparison.Ordinal).Replace("0001", "0002", StringComparison.Ordinal));
        var before = await ImportTests.Counts(world);

        var again = await Book(world, Ana);

        (again.Batch, again.Unchanged).ShouldBe((null, 1));
        (await ImportTests.Counts(world)).ShouldBe(before);
        (await world.Undo(first.Batch!.Value)).Kept.ShouldBeEmpty();
        (await ImportTests.Counts(world)).ShouldBe(nothing);
        (await world.Ask(db => db.Tags.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_known_from_LinkedIn_is_found_by_address_and_gains_what_is_new(Database database)
    {
        await using var world = await product.Start(database);
        await world.Import(new Export().Connections($"Ana,Kovač,{Export.Url("ana-kovac")},ana@example.com,Northwind Mills,Director,12 Mar 2024"));

        var imported = await Book(world, Ana);

        (imported.People, imported.Files[0].Updated, imported.Files[0].Proposed).ShouldBe((0, 1, 0));
        var ana = await world.Ask(db => db.People.SingleAsync(p => !p.IsSelf, Ct));
        (ana.FullName, ana.LinkedIn, ana.Birthday, ana.Notes, ana.Headline).ShouldBe(("Ana Kovač", "ana-kovac", "--03-01", "Sails", "Director, Northwind Mills"));
        (await world.Ask(db => db.Positions.OrderBy(p => p.Id).Select(p => p.IsCurrent).ToListAsync(Ct))).ShouldBe([true, false], "an address book is older than the profile");
        (await world.Ask(db => db.Sources.OrderBy(s => s.Kind).Select(s => s.Kind).ToListAsync(Ct))).ShouldBe(["linkedin", "vcard"]);
        (await Book(world, Ana)).Batch.ShouldBeNull();

        (await world.Undo(imported.Batch!.Value)).Kept.ShouldBeEmpty();
        var back = await world.Ask(db => db.People.SingleAsync(p => !p.IsSelf, Ct));
        (back.Birthday, back.Notes).ShouldBe((null, null));
        (await world.Ask(db => db.Phones.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_name_alone_never_makes_two_people_one(Database database)
    {
        await using var world = await product.Start(database);
        await Book(world, Card("Ana Kovač", "EMAIL:ana@example.com"));

        var other = await Book(world, Card("Ana Kovač", "EMAIL:ana@example.org"));

        (other.People, other.Files[0].Proposed).ShouldBe((1, 0));
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_shared_address_with_another_name_is_asked_about(Database database)
    {
        await using var world = await product.Start(database);
        await Book(world, Card("Ana Kovač", "EMAIL:family@example.com"));

        var other = await Book(world, Card("Marko Kovač", "EMAIL:family@example.com"));

        (other.People, other.Files[0].Proposed).ShouldBe((1, 1));
        using var visitor = await world.SignIn();
        (await visitor.Read("/people/duplicates")).QuerySelectorAll(".pair .card").Length.ShouldBe(2);
        (await Book(world, Card("Marko Kovač", "EMAIL:family@example.com"))).Files[0].Proposed.ShouldBe(0, "one asks once");
        await world.Undo(other.Batch!.Value);
        (await world.Ask(db => db.Duplicates.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_the_user_removed_stays_away(Database database)
    {
        await using var world = await product.Start(database);
        await Book(world, Ana);
        await world.Ask(async db =>
        {
            db.Remove(await db.Phones.SingleAsync(Ct));
            db.Remove(await db.Tags.SingleAsync(Ct));
            return await db.SaveChangesAsync(Ct);
        });

        (await Book(world, Ana)).Batch.ShouldBeNull();

        (await world.Ask(db => db.Phones.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Two_records_of_one_file_are_one_person_where_a_number_and_the_name_say_so(Database database)
    {
        await using var world = await product.Start(database);

        var imported = await Book(world, Card("Ana Kovač", "TEL:+44 20 7946 0001") + Card("Kovač, Ana", "TEL:+442079460001\nEMAIL:ana@example.com"));

        imported.People.ShouldBe(1);
        (await world.Ask(db => db.Emails.CountAsync(Ct))).ShouldBe(1);
        (await world.Ask(db => db.Phones.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_Google_table_is_known_by_its_columns(Database database)
    {
        await using var world = await product.Start(database);
        const string table = "First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
            + "Ana,,Kovač,,Harbor & Finch,Head of Data,,,* myContacts ::: Alumni,* Work,ana@example.com ::: ana@example.org,Mobile,+44 20 7946 0001\n"
            + ",,,,,,,,,,,,\n";

        var imported = await world.Import(Encoding.UTF8.GetBytes(table), "contacts.csv");

        imported.Files.Single().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe("google"), f => f.Added.ShouldBe(1));
        (await world.Ask(db => db.Emails.CountAsync(Ct))).ShouldBe(2);
        (await world.Ask(db => db.Tags.Select(t => t.Value).ToListAsync(Ct))).ShouldBe(["Alumni"]);
        (await world.Import(Encoding.UTF8.GetBytes(table), "contacts.csv")).Batch.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_broken_card_is_told_and_the_others_come_in(Database database)
    {
        await using var world = await product.Start(database);

        var imported = await Book(world, Ana + "BEGIN:VCARD\nVERSION:3.0\nthis line is broken\nEND:VCARD\n" + Card("Cleo Moss", "EMAIL:cleo@example.com"));

        imported.People.ShouldBe(2);
        imported.Files[0].Issues.ShouldContain(i => i.Line > 0);
    }

    private static Task<Imported> Book(World world, string cards) => world.Import(Encoding.UTF8.GetBytes(cards), "contacts.vcf");

    private static string Card(string name, string lines) => $"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\n{lines}\nEND:VCARD\n";
}
