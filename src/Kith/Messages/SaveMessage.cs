using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Linting;
using Kith.Domain.Writing;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Messages;

/// <summary>Keeps a draft, notes that it was sent, or discards it. Kith sends nothing: the user's own mail program or LinkedIn does.</summary>
public static class SaveMessage
{
    private const int MostSummary = 200;

    /// <summary>The draft as a whole; without an id it is a new one.</summary>
    public sealed record Command(
        Guid Person,
        [property: Required(ErrorMessage = "Write the message first.")]
        [property: StringLength(20_000, ErrorMessage = "A message has at most 20,000 characters.")] string Text,
        MessageKind Kind = MessageKind.Mail,
        [property: StringLength(300, ErrorMessage = "A subject has at most 300 characters.")] string? Subject = null,
        Guid? Loop = null,
        Guid? Introduction = null,
        [property: StringLength(100, ErrorMessage = "The name of a template has at most 100 characters.")] string? Template = null,
        Guid? Message = null);

    /// <summary>The message and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(Guid Message, Guid Person, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/messages", Handle).WithSummary("Keep a draft of a message");
        api.MapPost("/messages/{id:guid}/sent", Sent).WithSummary("Note that you sent a message: it becomes the evidence of a contact");
        api.MapDelete("/messages/{id:guid}", Discard).WithSummary("Discard a draft");
    }

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (!Enum.IsDefined(command.Kind))
            throw new RefusedException("input.invalid", "There is no such kind of message.");
        var message = command.Message is { } id ? await db.WrittenMessages.OrRefuse(id, ct) : null;
        if (message?.SentAt is not null)
            throw new RefusedException("message.sent", "This message was sent; what was sent stays as it is.");
        var person = await db.People.OrRefuse(message?.PersonId ?? command.Person, ct);
        if (message is null)
            await Belongs(command, db, ct);
        var title = message is null ? $"Drafted a message to {person.FullName}" : $"Changed the draft to {person.FullName}";
        db.Act(title);
        if (message is null)
            db.Add(message = new()
            {
                Id = db.NewId(),
                PersonId = person.Id,
                Kind = command.Kind,
                Text = command.Text,
                LoopId = command.Loop,
                IntroductionId = command.Introduction,
                Template = command.Template,
                CreatedAt = clock.Now,
            });
        (message.Kind, message.Text, message.Subject) = (command.Kind, Clean(command.Text), string.IsNullOrWhiteSpace(command.Subject) ? null : Clean(command.Subject).ReplaceLineEndings(" "));
        await db.SaveChangesAsync(ct);
        return new(message.Id, person.Id, title, db.LastBatch);
    }

    /// <summary>
    /// Notes that the user sent it: the contact is logged, which closes what it answers; an introduction that was drafted is asked for by it, and a
    /// promise of the user's own that it was written for is kept by it.
    /// </summary>
    public static async Task<Done> Sent(Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var message = await db.WrittenMessages.OrRefuse(id, ct);
        if (message.SentAt is not null)
            throw new RefusedException("message.sent", "You said already that you sent it.");
        Gap.Refuse(message.Subject, message.Text);
        var person = await db.People.OrRefuse(message.PersonId, ct);
        var channel = ChannelOf(message.Kind);
        var asked = message.IntroductionId is { } introduction ? await db.Introductions.FirstOrDefaultAsync(i => i.Id == introduction && i.PersonId == person.Id && i.State == IntroductionState.Drafted, ct) : null;
        string title;
        Interaction contact;
        if (asked is not null)
        {
            (title, var logged) = await db.Take(asked, new(IntroductionState.Asked, clock.Today, channel), clock, ct);
            contact = logged!;
        }
        else
        {
            title = $"Wrote to {person.FullName}";
            db.Act(title);
            contact = (await db.LogContact(new(person.Id, channel, Direction.Out, Note: Summary(message), IsAsk: Asks(message.Kind)), clock, ct)).Interaction;
        }
        if (message.LoopId is { } loop && await db.Loops.FirstOrDefaultAsync(l => l.Id == loop && l.PersonId == person.Id && l.Kind == LoopKind.PromiseByMe, ct) is { } promise)
            promise.CloseOnEvidence(contact.Id, clock.Today);
        (message.SentAt, message.InteractionId) = (clock.Now, contact.Id);
        await db.SaveChangesAsync(ct);
        return new(id, person.Id, title, db.LastBatch);
    }

    /// <summary>Discards a draft. What was sent stays.</summary>
    public static async Task<Done> Discard(Guid id, KithDb db, CancellationToken ct)
    {
        var message = await db.WrittenMessages.OrRefuse(id, ct);
        if (message.SentAt is not null)
            throw new RefusedException("message.sent", "This message was sent; what was sent stays as it is.");
        db.Act("Discarded a draft");
        db.Remove(message);
        await db.SaveChangesAsync(ct);
        return new(id, message.PersonId, "Discarded a draft", db.LastBatch);
    }

    /// <summary>Over which channel a kind goes.</summary>
    public static Channel ChannelOf(MessageKind kind) => kind is MessageKind.Invitation or MessageKind.InMail ? Channel.Message : Channel.Mail;

    private static bool Asks(MessageKind kind) => kind is MessageKind.Mail or MessageKind.InMail or MessageKind.Invitation;

    private static string Summary(WrittenMessage message)
    {
        var words = message.Subject ?? message.Text.ReplaceLineEndings(" ");
        return words.Length <= MostSummary ? words : $"{words[..MostSummary].TrimEnd()}…";
    }

    private static async Task Belongs(Command command, KithDb db, CancellationToken ct)
    {
        if (command.Loop is { } loop && !await db.Loops.AnyAsync(l => l.Id == loop && l.PersonId == command.Person, ct))
            throw Find.Unknown<Loop>();
        if (command.Introduction is { } introduction && !await db.Introductions.AnyAsync(i => i.Id == introduction && (i.PersonId == command.Person || i.OtherId == command.Person), ct))
            throw Find.Unknown<Introduction>();
    }

    // Without what no keyboard writes: a header or a database may refuse it.
    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
