using Kith.Formats.Contacts;
using Kith.Formats.Monica;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>
/// An account of Monica: people, and everything that was noted about them as Kith's own things. Each carries Monica's key, so that the next
/// export adds what is new and changes what was changed there.
/// </summary>
internal static class ImportMonica
{
    private const string Kind = FileKinds.Monica;

    internal static Incoming Open(Stream file, string name) => new(() => file.Position, file.Length, session => Run(session, file, name));

    private static async Task Run(ImportSession session, Stream file, string name)
    {
        MonicaExport? export = null;
        await ImportContacts.Run(session, Kind, name, issues => (export = MonicaExport.Open(file, name, issues)).Contacts.Where(c => !c.IsPartial).Select(Card));
        var people = await People(session);
        var items = await MonicaItems.Load(session, people);
        foreach (var (row, tally) in session.Read($"{name}: calls", Kind, _ => Each(export!, c => c.Calls)))
            tally.Count(items.Call(row.Contact, row.Item));
        foreach (var (row, tally) in session.Read($"{name}: activities", Kind, _ => export!.Activities))
            tally.Count(items.Activity(row));
        foreach (var (row, tally) in session.Read($"{name}: conversations", Kind, _ => Each(export!, c => c.Conversations)))
            tally.Count(items.Conversation(row.Contact, row.Item));
        foreach (var (row, tally) in session.Read($"{name}: notes", Kind, _ => Each(export!, MonicaFacts.Of)))
            tally.Count(items.Note(row.Contact, row.Item));
        foreach (var (row, tally) in session.Read($"{name}: tasks", Kind, _ => Each(export!, c => c.Tasks)))
            tally.Count(items.Task(row.Contact, row.Item));
        foreach (var (row, tally) in session.Read($"{name}: reminders", Kind, _ => Each(export!, c => c.Reminders)))
            tally.Count(items.Reminder(row.Contact, row.Item, tally));
        foreach (var (row, tally) in session.Read($"{name}: relationships", Kind, _ => Each(export!, c => c.Relations)))
            tally.Count(items.Relation(row.Contact, row.Item));
        foreach (var (row, tally) in session.Read($"{name}: how you met", Kind, _ => export!.Contacts.Where(c => c.FirstMetThrough is not null)))
        {
            tally.Count(items.Met(row));
            if (row.Photo is not null)
                tally.Skip("photo", "photos, which Kith does not keep");
        }
        await session.SaveChanges();
        await Cadences(session, export!, people);
        await CloseLoops.Run(session);
    }

    // What becomes a thing of its own does not stand in the notes once more.
    private static ContactRecord Card(MonicaContact contact) => contact.ToContact() with
    {
        Notes = string.IsNullOrWhiteSpace(contact.Description) ? null : contact.Description,
        Relations = [],
        Categories = contact.IsActive ? contact.ToContact().Categories : [.. contact.ToContact().Categories, "archived"],
    };

    private static async Task<Dictionary<string, int>> People(ImportSession session)
    {
        var sources = await (
            from source in session.Db.Sources
            where source.Kind == Kind
            join person in session.Db.People on source.PersonId equals person.Id
            where !person.IsSelf
            select new { source.Key, source.PersonId }).ToListAsync(session.Ct);
        return sources.ToDictionary(s => s.Key, s => session.People.Add(s.PersonId, $"id:{s.PersonId:N}", Mark.None));
    }

    private static IEnumerable<(MonicaContact Contact, T Item)> Each<T>(MonicaExport export, Func<MonicaContact, IEnumerable<T>> items) =>
        export.Contacts.Where(c => !c.IsPartial).SelectMany(c => items(c).Select(item => (c, item)));

    // A rhythm the user set in Kith stays.
    private static async Task Cadences(ImportSession session, MonicaExport export, Dictionary<string, int> people)
    {
        var wished = export.Contacts.Where(c => !c.IsDead && people.ContainsKey(c.Uuid)).Select(c => (Person: session.People[people[c.Uuid]], Days: MonicaFacts.Cadence(c))).Where(w => w.Days is not null)
            .DistinctBy(w => w.Person).ToDictionary(w => w.Person, w => w.Days);
        foreach (var ids in wished.Keys.Chunk(500))
        {
            foreach (var person in await session.Db.People.Where(p => ids.Contains(p.Id) && p.CadenceDays == null).ToListAsync(session.Ct))
                person.CadenceDays = wished[person.Id];
            await session.SaveChanges();
        }
    }
}
