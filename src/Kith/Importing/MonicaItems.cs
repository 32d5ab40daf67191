using Kith.Domain;
using Kith.Formats.Monica;
using Microsoft.EntityFrameworkCore;
using Direction = Kith.Domain.Direction;

namespace Kith.Importing;

/// <summary>The things of Monica that Kith has already, by their keys, and what becomes of the others. An account holds few enough to be read whole.</summary>
internal sealed class MonicaItems
{
    private const int MostLetters = 2_000;

    private readonly ImportSession session;
    private readonly Dictionary<string, int> people;
    private Dictionary<string, Interaction> interactions = [];
    private Dictionary<string, Finding> findings = [];
    private Dictionary<string, Loop> loops = [];
    private HashSet<string> exchanges = [];
    private HashSet<string> acquaintances = [];

    private MonicaItems(ImportSession session, Dictionary<string, int> people) => (this.session, this.people) = (session, people);

    internal static async Task<MonicaItems> Load(ImportSession session, Dictionary<string, int> people)
    {
        var (db, ct) = (session.Db, session.Ct);
        return new(session, people)
        {
            interactions = await db.Interactions.Where(i => i.SourceKey!.StartsWith(Keys.Monica)).ToDictionaryAsync(i => i.SourceKey!, ct),
            findings = await db.Findings.Where(i => i.SourceKey!.StartsWith(Keys.Monica)).ToDictionaryAsync(i => i.SourceKey!, ct),
            loops = await db.Loops.Where(i => i.SourceKey!.StartsWith(Keys.Monica)).ToDictionaryAsync(i => i.SourceKey!, ct),
            exchanges = await db.Exchanges.Where(i => i.SourceKey!.StartsWith(Keys.Monica)).Select(i => i.SourceKey!).ToHashSetAsync(ct),
            acquaintances = await db.Acquaintances.Where(i => i.SourceKey!.StartsWith(Keys.Monica)).Select(i => i.SourceKey!).ToHashSetAsync(ct),
        };
    }

    internal Came Call(MonicaContact contact, MonicaCall call) =>
        call.At is { } at ? Contact(contact.Uuid, new(call.Uuid ?? $"{at:s}", Channel.Call, call.IsIncoming ? Direction.In : Direction.Out, at, call.Content)) : Came.Nothing;

    internal Came Activity(MonicaActivity activity)
    {
        if (activity.On is not { } on)
            return Came.Nothing;
        var text = MonicaFacts.Join("\n", activity.Summary ?? activity.Kind?.Replace('_', ' '), activity.Description);
        return Most(activity.People.Select(p => Contact(p.Uuid, new(activity.Uuid, Channel.Meeting, Direction.Both, Noon(on), text))));
    }

    internal Came Conversation(MonicaContact contact, MonicaConversation talk)
    {
        var day = talk.On is { } on ? Noon(on) : (DateTime?)null;
        var thread = talk.Uuid ?? $"{day:s}";
        if (talk.Messages.Count == 0)
            return day is { } at ? Contact(contact.Uuid, new(thread, Channel.Message, Direction.Both, at, talk.Channel)) : Came.Nothing;
        return Most(talk.Messages.Index().Select(m => (m.Item.At ?? day) is { } at
            ? Contact(contact.Uuid, new(m.Item.Uuid ?? $"{thread} {m.Index}", Channel.Message, m.Item.IsMine ? Direction.Out : Direction.In, at, m.Item.Content, Keys.Of(Keys.Monica, thread)))
            : Came.Nothing));
    }

    internal Came Note(MonicaContact contact, MonicaFact fact)
    {
        if (!people.TryGetValue(contact.Uuid, out var person))
            return Came.Nothing;
        var key = Keys.Of(Keys.Monica, "fact", contact.Uuid, fact.Key);
        var text = ImportMessages.Short(fact.Text, MostLetters)!;
        if (findings.TryGetValue(key, out var same))
        {
            if (same.Fact == text)
                return Came.Unchanged;
            same.Fact = text;
            return Came.Updated;
        }
        findings[key] = new() { Id = session.Db.NewId(), PersonId = session.People[person], Fact = text, Source = "Monica", On = fact.On, SourceKey = key };
        session.Staged.Add(findings[key]);
        return Came.Added;
    }

    internal Came Task(MonicaContact contact, MonicaTask task) =>
        MonicaFacts.Join(": ", task.Title, task.Description) is { Length: > 0 } what
            ? Open(contact, LoopKind.PromiseByMe, "task", task.Uuid ?? what, what, null, task.IsDone ? MonicaFacts.Day(task.DoneAt) ?? session.Clock.Today : null)
            : Came.Nothing;

    internal Came Reminder(MonicaContact contact, MonicaReminder reminder, Tally tally)
    {
        if (MonicaFacts.IsBirthday(reminder))
        {
            tally.Skip("birthday", "birthdays, which are known from the people themselves");
            return Came.Nothing;
        }
        if (MonicaFacts.Join(": ", reminder.Title, reminder.Description) is not { Length: > 0 } what)
            return Came.Nothing;
        if (MonicaFacts.Days(reminder) is { } days)
            return Note(contact, new(reminder.Uuid ?? what, $"Every {days} days: {what}", reminder.On));
        return reminder.On >= session.Clock.Today && !contact.IsDead
            ? Open(contact, LoopKind.FollowUp, "reminder", reminder.Uuid ?? what, what, reminder.On, null)
            : Note(contact, new(reminder.Uuid ?? what, $"Reminder: {what}", reminder.On));
    }

    // Both people tell of the tie, each from their side; it is kept once.
    internal Came Relation(MonicaContact contact, MonicaRelation relation)
    {
        if (!people.TryGetValue(contact.Uuid, out var person))
            return Came.Nothing;
        if (!people.TryGetValue(relation.Person.Uuid, out var other))
            return relation.Person.Name.Length == 0 ? Came.Nothing : Note(contact, new($"{relation.Kind} {relation.Person.Uuid}", $"{MonicaFacts.Begin(relation.Kind)}: {relation.Person.Name}", null));
        return Knows(person, other, relation.Kind.Replace('_', ' '), contact.Uuid, relation.Person.Uuid);
    }

    internal Came Met(MonicaContact contact)
    {
        if (!people.TryGetValue(contact.Uuid, out var person) || contact.FirstMetThrough is not { } through)
            return Came.Nothing;
        var key = Keys.Of(Keys.Monica, "met", contact.Uuid);
        if (!exchanges.Add(key))
            return Came.Unchanged;
        var on = DateOnly.TryParseExact(contact.FirstMetDate?.Text, "yyyy-MM-dd", out var day) ? day : (DateOnly?)null;
        var exchange = new Exchange
        {
            Id = session.Db.NewId(),
            PersonId = session.People[person],
            Tactic = Tactic.Introduction,
            On = on,
            Note = MonicaFacts.Join(": ", through.Name.Length > 0 ? $"Through {through.Name}" : null, contact.FirstMetNote) is { Length: > 0 } note ? note : null,
            SourceKey = key,
        };
        session.Staged.Add(exchange);
        session.People.Set(person, Mark.Moved | Mark.Answered);
        if (!contact.IsDead)
            session.FollowUps.Open(person, exchange);
        if (people.TryGetValue(through.Uuid, out var middle))
            Knows(person, middle, "introduced you", contact.Uuid, through.Uuid);
        return Came.Added;
    }

    private Came Knows(int person, int other, string kind, string uuid, string otherUuid)
    {
        if (person == other)
            return Came.Nothing;
        // Turned round twice, a word becomes the one we use for it: a subordinate is a report.
        var reverse = Acquaintance.Reverse(kind) ?? kind;
        (person, other, kind, uuid, otherUuid) = string.CompareOrdinal(uuid, otherUuid) > 0
            ? (other, person, reverse, otherUuid, uuid)
            : (person, other, Acquaintance.Reverse(reverse) ?? kind, uuid, otherUuid);
        var key = Keys.Of(Keys.Monica, "knows", uuid, otherUuid, kind);
        if (!acquaintances.Add(key))
            return Came.Unchanged;
        var word = kind.Length > Acquaintance.MostLetters ? kind[..Acquaintance.MostLetters] : kind;
        session.Staged.Add(new Acquaintance { Id = session.Db.NewId(), PersonId = session.People[person], OtherId = session.People[other], Kind = word, SourceKey = key });
        return Came.Added;
    }

    private Came Open(MonicaContact contact, LoopKind kind, string what, string uuid, string text, DateOnly? due, DateOnly? doneOn)
    {
        if (!people.TryGetValue(contact.Uuid, out var person))
            return Came.Nothing;
        var key = Keys.Of(Keys.Monica, what, contact.Uuid, uuid);
        text = ImportMessages.Short(text, MostLetters)!;
        if (!loops.TryGetValue(key, out var loop))
        {
            loop = loops[key] = new() { Id = session.Db.NewId(), PersonId = session.People[person], Kind = kind, What = text, OpenedOn = due is null ? null : session.Clock.Today, Due = due, SourceKey = key };
            if (doneOn is { } done)
                loop.CloseByDecision("Done in Monica", done);
            session.Staged.Add(loop);
            return Came.Added;
        }
        var isDone = doneOn is not null && loop.State != LoopState.Closed;
        if (isDone)
            loop.CloseByDecision("Done in Monica", doneOn!.Value);
        if (loop.What == text && !isDone)
            return Came.Unchanged;
        loop.What = text;
        return Came.Updated;
    }

    private Came Contact(string contact, Found found)
    {
        if (!people.TryGetValue(contact, out var person))
            return Came.Nothing;
        var key = Keys.Of(Keys.Monica, "contact", contact, found.Key);
        var summary = ImportMessages.Short(found.Text, MostLetters);
        if (interactions.TryGetValue(key, out var same))
        {
            if (same.At == found.At && same.Summary == summary)
                return Came.Unchanged;
            (same.At, same.Summary) = (found.At, summary);
            session.People.Set(person, Mark.Moved);
            return Came.Updated;
        }
        interactions[key] = new()
        {
            Id = session.Db.NewId(),
            PersonId = session.People[person],
            Channel = found.Channel,
            Direction = found.Direction,
            At = found.At,
            Summary = summary,
            Thread = found.Thread,
            SourceKey = key,
        };
        session.Add(interactions[key], person);
        return Came.Added;
    }

    private DateTime Noon(DateOnly day) => session.Clock.Utc(day.ToDateTime(new(12, 0)));

    // Of what several people took part in, the best that came of it counts.
    private static Came Most(IEnumerable<Came> each) => each.ToList().DefaultIfEmpty(Came.Nothing).Max();

    private sealed record Found(string Key, Channel Channel, Direction Direction, DateTime At, string? Text, string? Thread = null);
}
