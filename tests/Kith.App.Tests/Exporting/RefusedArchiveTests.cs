using Kith.App.Tests.CommandLine;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Exporting;

/// <summary>An archive comes in whole or not at all, and a sentence says why not.</summary>
public sealed class RefusedArchiveTests(Product product) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kith-archives-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Where_people_are_already_an_archive_is_refused_with_what_to_do(Database database)
    {
        await using var world = await product.Start(database);
        await world.Run("sample");

        var outcome = await world.Run("import", await world.Export(), "--json");

        outcome.Exit.ShouldBe(1);
        outcome.Document()["error"]!.Text("code").ShouldBe("archive.not-empty");
        outcome.Error.ShouldContain("kith import FILE --data NEW-FOLDER");
    }

    [Theory, OnBothDatabases]
    public async Task A_dry_run_does_the_work_and_takes_it_back(Database database)
    {
        await using var world = await product.Start(database);
        await world.Run("sample");
        var archive = await world.Export();
        await using var other = await product.Start(database);

        (await other.Json("import", archive, "--dry-run"))["people"]!.GetValue<int>().ShouldBeGreaterThan(100);

        await Untouched(other);
        (await other.Run("import", archive)).Exit.ShouldBe(0);
    }

    [Theory]
    [OnBothDatabases("interactions.jsonl", "\"channel\":\"meeting\"", "\"channel\":\"smoke\"", "interactions.jsonl, line 1, channel:")]
    [OnBothDatabases("interactions.jsonl", "\"at\":\"2030", "\"at\":\"tomorrow", "interactions.jsonl, line 1, at:")]
    [OnBothDatabases("interactions.jsonl", "\"channel\":\"meeting\",", "", "interactions.jsonl, line 1, channel: the field is missing.")]
    [OnBothDatabases("interactions.jsonl", "\"channel\":", "\"tunnel\":", "interactions.jsonl, line 1, tunnel: this program knows no such field")]
    [OnBothDatabases("interactions.jsonl", "}\n", "\n", "interactions.jsonl, line 1: this is no JSON object.")]
    [OnBothDatabases("interactions.jsonl", "\"personId\":\"0", "\"personId\":\"f", "interactions.jsonl, line 1, personId: there is no f")]
    [OnBothDatabases("people.jsonl", "\"linkedIn\":\"ben\"", "\"linkedIn\":\"ada\"", "people.jsonl, line 2, linkedIn: another row has the same")]
    [OnBothDatabases("people.jsonl", "\"fullName\":\"Ben Finch\"", "\"fullName\":null", "people.jsonl, line 2")]
    [OnBothDatabases("people.jsonl", "\"isSelf\":false", "\"isSelf\":false,\"isSelf\":false", "people.jsonl, line 1, isSelf: the field is there twice.")]
    public async Task A_bad_line_is_named_and_nothing_of_the_archive_is_taken(Database database, string file, string honest, string bad, string told)
    {
        var archive = await Small(database);
        await using var other = await product.Start(database);

        var outcome = await other.Run("import", await Archives.With(archive, file, text => Replace(text, honest, bad)));

        outcome.Exit.ShouldBe(1);
        outcome.Error.ShouldContain(told);
        await Untouched(other);
    }

    [Theory, OnBothDatabases]
    public async Task Rows_out_of_order_are_refused(Database database)
    {
        var archive = await Small(database);
        await using var other = await product.Start(database);

        var outcome = await other.Run("import", await Archives.With(archive, "people.jsonl", text => string.Join('\n', text.Split('\n').Reverse().Skip(1)) + "\n"));

        outcome.Error.ShouldContain("people.jsonl, line 2, id: the rows are not in the order of their ids");
        await Untouched(other);
    }

    [Theory, OnBothDatabases]
    public async Task A_newer_version_is_refused(Database database)
    {
        var archive = await Small(database);
        await using var other = await product.Start(database);

        var outcome = await other.Run("import", await Archives.With(archive, "", text => text, version: 2), "--json");

        outcome.Document()["error"]!.Text("code").ShouldBe("sealed.newer");
        await Untouched(other);
    }

    [Theory, OnBothDatabases]
    public async Task A_flipped_bit_is_noticed_before_anything_is_written(Database database)
    {
        var archive = await Small(database);
        await using var other = await product.Start(database);
        var bytes = await File.ReadAllBytesAsync(archive, Ct);
        var at = bytes.AsSpan().IndexOf("people.jsonl"u8) + "people.jsonl".Length + 40;
        bytes[at] ^= 0x10;
        await File.WriteAllBytesAsync(archive, bytes, Ct);

        var outcome = await other.Run("import", archive, "--json");

        outcome.Exit.ShouldBe(1);
        outcome.Document()["error"]!.Text("code").ShouldBeOneOf("sealed.changed", "zip.broken");
        await Untouched(other);
    }

    [Fact]
    public async Task Text_that_PostgreSQL_cannot_hold_is_named_by_its_line()
    {
        await using var world = await product.Start(Database.Sqlite);
        await world.Change(db => db.Add(new Person { Id = db.NewId(), FullName = "Ada\0Harbor" }));
        await using var other = await product.Start(Database.Postgres);

        var outcome = await other.Run("import", await world.Export());

        outcome.Exit.ShouldBe(1);
        outcome.Error.ShouldContain("people.jsonl, line 1");
        await Untouched(other);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> Small(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db =>
        {
            var ada = new Person { Id = db.NewId(), FullName = "Ada Harbor", LinkedIn = "ada" };
            db.AddRange(ada, new Person { Id = db.NewId(), FullName = "Ben Finch", LinkedIn = "ben" });
            db.Add(new Interaction { Id = db.NewId(), PersonId = ada.Id, Channel = Channel.Meeting, Direction = Direction.Both, At = new(2030, 3, 5, 8, 30, 0, DateTimeKind.Utc) });
        });
        var kept = Path.Combine(folder.FullName, "small.zip");
        File.Copy(await world.Export(), kept);
        return kept;
    }

    private static string Replace(string text, string honest, string bad)
    {
        var at = text.IndexOf(honest, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, text);
        return string.Concat(text.AsSpan(0, at), bad, text.AsSpan(at + honest.Length));
    }

    private static async Task Untouched(World world) => await world.Ask(async db =>
    {
        (await db.People.IgnoreQueryFilters([Kith.Data.KithDb.TrashFilter]).CountAsync(Ct)).ShouldBe(0);
        (await db.Batches.CountAsync(Ct)).ShouldBe(0);
        (await db.Workspaces.SingleAsync(Ct)).Name.ShouldBe("Ada's network");
        return true;
    });
}
