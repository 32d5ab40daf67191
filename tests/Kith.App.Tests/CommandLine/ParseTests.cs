using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Importing;

namespace Kith.App.Tests.CommandLine;

public sealed class ParseTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("book.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Kovač\nTEL;TYPE=CELL:+44 20 7946 0001\nEMAIL:ana@example.com\nEND:VCARD\n", "vcard", "phones.0.e164", "+442079460001")]
    [InlineData("book.csv", "First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\nAna,Kovač,* myContacts,Work,ana@example.com\n", "google", "emails.0.value", "ana@example.com")]
    [InlineData("Connections.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Kovač,https://www.linkedin.com/in/ana-kovac,,Harbor & Finch,Head of Data,12 Mar 2024\n", "linkedin", "connectedOn", "2024-03-12")]
    [InlineData("day.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Talk\nDTSTART:20300301T090000Z\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@example.com\nEND:VEVENT\nEND:VCALENDAR\n", "ics", "attendees.0.status", "ACCEPTED")]
    [InlineData("list.ics", "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\nSUMMARY:Write\nDUE;VALUE=DATE:20300305\nEND:VTODO\nEND:VCALENDAR\n", "ics", "due", "2030-03-05")]
    [InlineData("one.eml", "From: Ana Kovac <ana@example.com>\nTo: ada@example.org\nSubject: The port\nDate: Fri, 1 Mar 2030 09:00:00 +0000\nMessage-ID: <1@example.com>\n\nHello\n", "eml", "from.email", "ana@example.com")]
    [InlineData("all.mbox", "From ana@example.com Fri Mar  1 09:00:00 2030\nFrom: ana@example.com\nSubject: The port\n\nHello\n", "mbox", "subject", "The port")]
    [InlineData("monica.json", """{"version":"1.0-preview.1","account":{"data":[{"count":1,"type":"contact","values":[{"uuid":"u1","properties":{"first_name":"Ana","last_name":"Kovač"}}]}]}}""", "monica", "name.full", "Ana Kovač")]
    public async Task A_file_is_known_by_what_it_holds_and_told_in_the_words_of_the_contract(string name, string content, string kind, string path, string value)
    {
        await using var world = await product.Start(Database.Sqlite);
        var file = Path.Combine(world.Storage.Folder, name);
        await File.WriteAllTextAsync(file, content, Ct);
        var before = await ImportTests.Counts(world);

        var outcome = await world.Run("parse", file, "--json");

        outcome.Exit.ShouldBe(0, outcome.Error);
        using var seen = JsonDocument.Parse(outcome.Output);
        seen.RootElement.GetProperty("kind").GetString().ShouldBe(kind);
        At(seen.RootElement.GetProperty("items")[0], path).ShouldBe(value);
        seen.RootElement.GetProperty("issues").GetArrayLength().ShouldBe(0);
        (await ImportTests.Counts(world)).ShouldBe(before, "nothing is stored");
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_with_its_line_or_refused_with_a_reason()
    {
        await using var world = await product.Start(Database.Sqlite);
        var file = Path.Combine(world.Storage.Folder, "broken.vcf");
        await File.WriteAllTextAsync(file, "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Kovač\nno colon here\nEND:VCARD\n", Ct);

        using var seen = JsonDocument.Parse((await world.Run("parse", file, "--json")).Output);
        seen.RootElement.GetProperty("issues")[0].GetProperty("line").GetInt32().ShouldBe(4);
        seen.RootElement.GetProperty("items").GetArrayLength().ShouldBe(1);

        (await world.Run("parse", file + ".gone")).ShouldSatisfyAllConditions(o => o.Exit.ShouldBe(1), o => o.Error.ShouldContain("There is no file"));
        await File.WriteAllTextAsync(file, "From: ana@example.com\nSubject: The port\n\nHello\n", Ct);
        (await world.Run("import", file)).ShouldSatisfyAllConditions(o => o.Exit.ShouldBe(1), o => o.Error.ShouldContain("--me"));
    }

    private static string? At(JsonElement element, string path)
    {
        foreach (var step in path.Split('.'))
            element = int.TryParse(step, out var index) ? element[index] : element.GetProperty(step);
        return element.GetString();
    }
}
