using System.Globalization;
using System.IO.Compression;
using System.Text;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.Importing;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Importing;

public sealed class MailTests(Product product)
{
    private const string Me = "Ada Harbor <ada@example.org>";
    private const string Ana = "Ana Kovač <ana@zagora.example>";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Mail_tells_who_wrote_whom_when_and_about_what(Database database)
    {
        await using var world = await Adas(database);

        var imported = await Import(
            world,
            Mail("1", Ana, Me, "The port", "2030-02-01T09:00:00Z", "X-GM-THRID: 77"),
            Mail("2", Me, $"{Ana}, Ben Adler <ben@example.com>", "Re: The port", "2030-02-02T09:00:00Z", "In-Reply-To: <1@example>\nX-GM-THRID: 77"));

        (imported.People, imported.Interactions, imported.Files[0].Kind, imported.Files[0].Read).ShouldBe((2, 3, "mail", 2));
        var contacts = await world.Ask(db => db.Interactions.OrderBy(i => i.At).ThenBy(i => i.Direction).ToListAsync(Ct));
        contacts.ShouldAllBe(c => c.Channel == Channel.Mail && c.Thread == contacts[0].Thread && c.Thread != null);
        contacts.Select(c => (c.Direction, c.Summary, c.At)).ShouldBe(
        [
            (Direction.In, "The port", new DateTime(2030, 2, 1, 9, 0, 0, DateTimeKind.Utc)),
            (Direction.Out, "Re: The port", new DateTime(2030, 2, 2, 9, 0, 0, DateTimeKind.Utc)),
            (Direction.Out, "Re: The port", new DateTime(2030, 2, 2, 9, 0, 0, DateTimeKind.Utc)),
        ]);
        var ana = await world.Ask(db => db.People.SingleAsync(p => p.FullName == "Ana Kovač", Ct));
        (ana.GivenName, ana.FamilyName).ShouldBe(("Ana", "Kovač"));
        (await world.Ask(db => Kith.Data.Projections.Drift(db, Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_contact_between_people_is_set_aside_and_told(Database database)
    {
        await using var world = await Adas(database);
        var crowd = string.Join(", ", Enumerable.Range(0, 11).Select(i => $"guest{i}@example.com"));

        var imported = await Import(
            world,
            Mail("1", "News <news@example.com>", Me, "Offers", "2030-02-01T09:00:00Z", "List-Unsubscribe: <https://example.com>"),
            Mail("2", "Shop <no-reply@example.com>", Me, "Your order", "2030-02-01T09:00:00Z"),
            Mail("3", Me, crowd, "To all", "2030-02-01T09:00:00Z"),
            Mail("4", "Orders <orders@example.com>", Me, "Your invoice", "2030-02-01T09:00:00Z"),
            Mail("5", Ana, Me, "From the next century", "2130-02-01T09:00:00Z"),
            Mail("6", "Prince <prince@example.com>", Me, "Millions", "2030-02-01T09:00:00Z", "X-Gmail-Labels: Spam"),
            Mail("7", Me, Ana, "Never sent", "2030-02-01T09:00:00Z", "X-Gmail-Labels: Entwürfe"),
            Mail("8", Me, Me, "Note to self", "2030-02-01T09:00:00Z"));

        (imported.People, imported.Interactions).ShouldBe((0, 0));
        imported.Files[0].Issues.Select(i => i.Code).ShouldBe(
            ["skipped.list", "skipped.automatic", "skipped.crowd", "skipped.office", "skipped.undated", "skipped.junk", "skipped.draft", "skipped.self"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_mail_again_from_another_program_changes_nothing_and_undo_leaves_nothing(Database database)
    {
        await using var world = await Adas(database);
        string[] mails = [Mail("1", Ana, Me, "The port", "2030-02-01T09:00:00Z"), Mail("1", Ana, Me, "Another with its Message-ID", "2030-02-01T09:00:00Z")];
        var first = await Import(world, mails);

        var second = await world.Import(Maildir(mails), "Maildir.zip");

        (first.Interactions, second.Interactions, second.Unchanged, second.Batch).ShouldBe((2, 0, 2, null));
        await world.Undo(first.Batch!.Value);
        (await world.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.People.CountAsync(p => !p.IsSelf, Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_known_by_the_address_is_not_added_again_and_a_stranger_who_shares_it_is_asked_about(Database database)
    {
        await using var world = await Adas(database);
        await world.Import(Encoding.UTF8.GetBytes("BEGIN:VCARD\nVERSION:3.0\nFN:Dr. Ana Kovač\nEMAIL:ana@zagora.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Maria Novak\nEMAIL:novak@example.com\nEND:VCARD\n"), "book.vcf");

        var imported = await Import(
            world, Mail("1", Ana, Me, "One", "2030-02-01T09:00:00Z"), Mail("2", "ana@zagora.example", Me, "Two", "2030-02-02T09:00:00Z"),
            Mail("3", "Petr Novak <novak@example.com>", Me, "Three", "2030-02-03T09:00:00Z"));

        (imported.People, imported.Interactions, imported.Files[0].Proposed).ShouldBe((1, 3, 1));
        (await world.Ask(db => db.Interactions.CountAsync(i => db.People.Any(p => p.Id == i.PersonId && p.FullName == "Dr. Ana Kovač"), Ct))).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_only_an_address_gets_the_name_they_write_under(Database database)
    {
        await using var world = await Adas(database);
        await Import(world, Mail("1", Me, "ana@zagora.example", "Hello", "2030-02-01T09:00:00Z"));
        (await world.Ask(db => db.People.AnyAsync(p => p.FullName == "ana@zagora.example", Ct))).ShouldBeTrue();

        var second = await Import(world, Mail("2", "\"Kovač, Ana\" <ana@zagora.example>", Me, "Re: Hello", "2030-02-02T09:00:00Z"));

        (await world.Ask(db => db.People.Where(p => !p.IsSelf).Select(p => p.FullName).ToListAsync(Ct))).ShouldBe(["Ana Kovač"]);
        await world.Undo(second.Batch!.Value);
        (await world.Ask(db => db.People.Where(p => !p.IsSelf).Select(p => p.FullName).ToListAsync(Ct))).ShouldBe(["ana@zagora.example"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_people_wrote_is_kept_only_if_it_is_asked_for(Database database)
    {
        await using var world = await Adas(database);
        var mail = Mail("1", Ana, Me, "The port", "2030-02-01T09:00:00Z", body: "Shall we meet on Friday?\n\nBest regards,\nAna\n\nOn Monday Ada Harbor wrote:\n> a secret");

        await Import(world, mail);
        (await world.Ask(db => db.Interactions.Select(i => i.Summary).SingleAsync(Ct))).ShouldBe("The port");
        await world.Undo(await world.Ask(db => db.Batches.Where(b => b.IsBulk).Select(b => b.Id).SingleAsync(Ct)));
        await Import(world, new ImportOptions { KeepText = true }, mail);

        (await world.Ask(db => db.Interactions.Select(i => i.Summary).SingleAsync(Ct))).ShouldBe("The port\n\nShall we meet on Friday?\n\nBest regards,\nAna");
    }

    [Theory, OnBothDatabases]
    public async Task A_signature_becomes_findings_and_changes_no_fact(Database database)
    {
        await using var world = await Adas(database);
        const string Signed = "Hello\n\n-- \nAna Kovač\nHead of Planning\nZagora GmbH\nTel. +385 1 234 5678";

        await Import(world, Mail("1", Ana, Me, "Old", "2029-02-01T09:00:00Z", body: "Hello\n\n-- \nAna Kovač\nPlanner\n"), Mail("2", Ana, Me, "New", "2030-02-01T09:00:00Z", body: Signed), Mail("3", Ana, Me, "Short", "2030-02-02T09:00:00Z", body: "ok"));
        await Import(world, Mail("2", Ana, Me, "New", "2030-02-01T09:00:00Z", body: Signed));

        var findings = await world.Ask(db => db.Findings.OrderBy(f => f.Fact).ToListAsync(Ct));
        findings.Select(f => f.Fact).ShouldBe(["Head of Planning, Zagora GmbH", "Telephone +385 1 234 5678"]);
        findings.ShouldAllBe(f => f.On == new DateOnly(2030, 2, 1) && f.Source.StartsWith("Signature of a mail"));
        (await world.Ask(db => db.Positions.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Phones.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_users_addresses_are_found_in_the_mail_or_asked_for(Database database)
    {
        await using var world = await product.Start(database);
        var between = new[] { Mail("1", Ana, "me@harbor.example", "One", "2030-02-01T09:00:00Z"), Mail("2", "me@harbor.example", Ana, "Two", "2030-02-02T09:00:00Z"), Mail("3", Ana, "me@harbor.example", "Three", "2030-02-03T09:00:00Z") };

        (await Should.ThrowAsync<RefusedException>(() => Import(world, between))).Code.ShouldBe("mail.owner");
        (await Import(world, new ImportOptions { OwnAddresses = ["me@harbor.example"] }, between)).Interactions.ShouldBe(3);
        (await Import(world, [.. between.Select(m => m.Replace("Subject:", "Delivered-To: me@harbor.example\nSubject: again, ", StringComparison.Ordinal))])).Interactions.ShouldBe(3);
        (await world.Ask(db => db.Interactions.CountAsync(i => i.Direction == Direction.Out, Ct))).ShouldBe(2);
        (await world.Ask(db => db.People.CountAsync(p => !p.IsSelf, Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_mail_of_mine_answers_what_was_open(Database database)
    {
        await using var world = await Adas(database);
        await world.Import(new Export().Connections($"Ana,Kovač,{Export.Url("ana-kovac")},ana@zagora.example,Zagora,Planner,27 Feb 2030"));
        (await world.Ask(db => db.Loops.CountAsync(l => l.State == LoopState.Open, Ct))).ShouldBe(1);

        await Import(world, Mail("1", Me, Ana, "Good to meet you", "2030-02-28T09:00:00Z"));

        (await world.Ask(db => db.Loops.CountAsync(l => l.State == LoopState.Open, Ct))).ShouldBe(0);
    }

    private async Task<World> Adas(Database database)
    {
        var world = await product.Start(database);
        await world.Change(db =>
        {
            var id = db.NewId();
            db.Add(new Person { Id = id, FullName = "Ada Harbor", IsSelf = true });
            db.Add(new PersonEmail { Id = db.NewId(), PersonId = id, Value = "ada@example.org" });
        });
        return world;
    }

    private static Task<Imported> Import(World world, params string[] mails) => Import(world, new ImportOptions(), mails);

    private static Task<Imported> Import(World world, ImportOptions options, params string[] mails) =>
        world.Import(Encoding.UTF8.GetBytes(string.Concat(mails.Select(m => $"From x@example.org Fri Feb  1 09:00:00 2030\n{m}\n\n"))), "All mail.mbox", options: options);

    private static byte[] Maildir(IEnumerable<string> mails)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (number, mail) in mails.Index())
            {
                using var entry = zip.CreateEntry($"Maildir/cur/{number}.host:2,S").Open();
                entry.Write(Encoding.UTF8.GetBytes(mail));
            }
        return bytes.ToArray();
    }

    private static string Mail(string id, string from, string to, string subject, string at, string? more = null, string body = "Hello") =>
        $"Message-ID: <{id}@example>\nFrom: {from}\nTo: {to}\nSubject: {subject}\nDate: {DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal):r}\n{(more is null ? "" : more + "\n")}Content-Type: text/plain; charset=utf-8\n\n{body}\n";
}
