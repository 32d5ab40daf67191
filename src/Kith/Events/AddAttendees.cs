using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.Contacts;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Events;

/// <summary>Takes a pasted list of who may be at an event and says whom of them the user knows.</summary>
public static class AddAttendees
{
    private const string ListName = "the list";

    // Sort names asked for in one statement.
    private const int Chunk = 400;

    /// <summary>The event, and one person a line.</summary>
    public sealed record Command(
        Guid Event,
        [property: Required(ErrorMessage = "Paste the list, one person a line.")]
        [property: StringLength(200_000, ErrorMessage = "A list has at most 200,000 characters.")] string List);

    /// <summary>A line that was left out, and why.</summary>
    public sealed record Left(int Line, string Code, string Message);

    /// <summary>How many were added, how many of these are known, how many were on the list already; and the batch that undo takes back.</summary>
    public sealed record Added(int Count, int Known, int Unchanged, IReadOnlyList<Left> Issues, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/events/attendees", Handle).WithSummary("Add a list of who may be at an event");

    public static async Task<Added> Handle(Command command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var gathering = await db.Events.OrRefuse(command.Event, ct);
        var issues = new IssueLog();
        var listed = NameList.Read(command.List, ListName, issues, Attendee.Most);
        db.Act($"Added a list of people to {gathering.Name}");
        var (count, known) = await Take(gathering, [.. listed.Select(l => new Wanted(l.Name, l.Headline, null))], db, ct);
        await db.SaveChangesAsync(ct);
        return new(count, known, listed.Count - count, [.. issues.Items.Select(i => new Left(i.Line, i.Code, i.Message))], db.LastBatch);
    }

    /// <summary>A name for the list; the person where that is known already.</summary>
    internal sealed record Wanted(string Name, string? Headline, Guid? Person);

    /// <summary>Puts those on the list who are not on it and tells how many these are, and how many of them are known. The caller names the act and saves.</summary>
    internal static async Task<(int Count, int Known)> Take(Event gathering, IReadOnlyList<Wanted> wanted, KithDb db, CancellationToken ct)
    {
        var there = (await db.Attendees.Where(a => a.EventId == gathering.Id).Select(a => a.Name).ToListAsync(ct)).Select(Folding.Fold).ToHashSet();
        var before = there.Count;
        var fresh = wanted.Where(w => there.Add(Folding.Fold(w.Name))).ToList();
        if (before + fresh.Count > Attendee.Most)
            throw new RefusedException("event.list-full", $"The list of an event has at most {Attendee.Most} people; it has {before} already.");
        var known = await Known([.. fresh.Where(w => w.Person is null).Select(w => w.Name)], db, ct);
        foreach (var one in fresh)
            db.Add(new Attendee
            {
                Id = db.NewId(),
                EventId = gathering.Id,
                Name = one.Name,
                Headline = one.Headline,
                PersonId = Whom(one),
            });
        return (fresh.Count, fresh.Count(w => Whom(w) is not null));

        Guid? Whom(Wanted one) => one.Person ?? known.GetValueOrDefault(Folding.Fold(one.Name));
    }

    // By the whole name, however it is written. A name that several people have is left for the user to tell.
    private static async Task<Dictionary<string, Guid?>> Known(IReadOnlyList<string> names, KithDb db, CancellationToken ct)
    {
        var found = new Dictionary<string, Guid?>();
        foreach (var part in names.SelectMany(SortNames).Distinct().Chunk(Chunk))
        {
            var people = await db.People.AsNoTracking().Where(p => !p.IsSelf && part.Contains(p.SortName))
                .Select(p => new { p.Id, p.FullName, p.GivenName, p.FamilyName }).Take(Chunk * 4).ToListAsync(ct);
            foreach (var person in people)
                foreach (var name in new[] { Folding.Fold(person.FullName), Folding.Fold($"{person.GivenName} {person.FamilyName}") }.Distinct())
                    found[name] = found.TryGetValue(name, out var other) && other != person.Id ? null : person.Id;
        }
        return found;
    }

    // The list is sorted by family name first, and which words are the family's is not written on a list of names.
    private static IEnumerable<string> SortNames(string name)
    {
        var words = Folding.Words(name);
        for (var cut = 0; cut < words.Length; cut++)
            yield return string.Join(' ', words[cut..].Concat(words[..cut]));
        if (words.Length > 0)
            yield return string.Join(' ', words.Append(words[0]));
    }
}
