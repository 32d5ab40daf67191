using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ratings;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Impressions;

/// <summary>Keeps how a conversation went, or changes what was kept; what the user promised in it becomes a loop.</summary>
public static class SaveImpression
{
    private const string Rating = "A rating is a number from 1 to 5.";

    /// <summary>What is said about a conversation; everything may be left out, but not all of it at once. It replaces what was said before; promises are added.</summary>
    /// <param name="Interaction">The conversation.</param>
    /// <param name="Clarity">Could they say what the user does, 1-5.</param>
    /// <param name="Usefulness">Was it worth their time, 1-5.</param>
    /// <param name="Warmth">Did the two get on, 1-5.</param>
    /// <param name="Line">One line to oneself.</param>
    /// <param name="Asked">What they asked.</param>
    /// <param name="Promised">What the user promised, one promise a line, at most five.</param>
    /// <param name="Due">The day by which the promises are due; in a week unless said.</param>
    public sealed record Command(
        Guid Interaction,
        [property: Range(1, Impression.Best, ErrorMessage = Rating)] int? Clarity = null,
        [property: Range(1, Impression.Best, ErrorMessage = Rating)] int? Usefulness = null,
        [property: Range(1, Impression.Best, ErrorMessage = Rating)] int? Warmth = null,
        [property: StringLength(300, ErrorMessage = "The line has at most 300 characters.")] string? Line = null,
        [property: StringLength(1000, ErrorMessage = "What they asked has at most 1,000 characters.")] string? Asked = null,
        [property: StringLength(2600, ErrorMessage = "What you promised has at most 2,600 characters.")] string? Promised = null,
        DateOnly? Due = null);

    /// <summary>The impression, the loops of new promises, and the batch that undo takes back; null where nothing was changed.</summary>
    public sealed record Saved(Guid Impression, IReadOnlyList<Guid> Loops, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/impressions", Handle).WithSummary("Keep how a conversation went");

    public static async Task<Saved> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var talk = await db.Interactions.OrRefuse(command.Interaction, ct);
        var person = await db.People.OrRefuse(talk.PersonId, ct);
        if (!Conversations.IsOne(talk.Channel, talk.Direction))
            throw new RefusedException("impression.one-way", "A meeting, a call or a talk at an event leaves an impression; a message does not.");
        var (promises, due) = (Promises(command), command.Due ?? clock.Today.AddDays(Conversations.PromiseDays));
        if (promises.Count > 0 && due < clock.Today)
            throw new RefusedException("loop.past", "Choose today or a later day for what you promised.");
        var known = await db.Impressions.FirstOrDefaultAsync(i => i.InteractionId == talk.Id, ct);
        var (line, asked) = (Said(command.Line), Said(command.Asked));
        if ((command.Clarity ?? command.Usefulness ?? command.Warmth) is null && line is null && asked is null && (promises.Count == 0 || known is not null))
            throw new RefusedException("impression.empty", "Say at least one thing: a rating, a line, what they asked or what you promised.");

        var title = $"{(known is null ? "Noted" : "Changed")} how {Word(talk.Channel)} with {person.FullName} went";
        db.Act(title);
        var impression = known ?? new Impression { Id = db.NewId(), PersonId = person.Id, InteractionId = talk.Id, On = clock.DayOf(talk.At) };
        (impression.Clarity, impression.Usefulness, impression.Warmth, impression.Line, impression.Asked) = (command.Clarity, command.Usefulness, command.Warmth, line, asked);
        if (known is null)
            db.Add(impression);
        // A form that is sent twice does not promise twice.
        var open = await db.Loops.Where(l => l.InteractionId == talk.Id && l.Kind == LoopKind.PromiseByMe && l.State != LoopState.Closed).Select(l => l.What).ToListAsync(ct);
        var loops = promises.Where(p => !open.Contains(p)).Select(what => new Loop
        {
            Id = db.NewId(),
            PersonId = person.Id,
            Kind = LoopKind.PromiseByMe,
            What = what,
            OpenedOn = clock.DayOf(talk.At),
            Due = due,
            InteractionId = talk.Id,
        }).ToList();
        db.AddRange(loops);
        await db.SaveChangesAsync(ct);
        return new(impression.Id, [.. loops.Select(l => l.Id)], title, db.LastBatch);
    }

    private static IReadOnlyList<string> Promises(Command command)
    {
        var promises = Conversations.Promises(command.Promised);
        if (promises.Count > Conversations.MostPromises)
            throw new RefusedException("impression.promises", $"That is {promises.Count} promises; five at a time is the most anybody keeps.");
        return promises.FirstOrDefault(p => p.Length > 500) is null ? promises : throw new RefusedException("impression.promise-long", "A promise has at most 500 characters.");
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>"the call": a conversation as it is spoken of.</summary>
    internal static string Word(Channel channel) => channel switch { Channel.Meeting => "the meeting", Channel.Call => "the call", _ => "the talk" };
}
