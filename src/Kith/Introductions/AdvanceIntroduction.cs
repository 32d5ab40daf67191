using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Introductions;

/// <summary>Takes an introduction one step on: what the step is evidence of is logged, what it answers is closed, what it leaves open is opened.</summary>
public static class AdvanceIntroduction
{
    /// <summary>Which one, to where, on which day (today where none is given), over which channel, and what came of it.</summary>
    public sealed record Command(
        Guid Introduction,
        IntroductionState To,
        DateOnly? On = null,
        Channel? Channel = null,
        [property: StringLength(1000, ErrorMessage = "A note has at most 1,000 characters.")] string? Note = null);

    /// <summary>Where it now stands and the batch that undo takes back.</summary>
    public sealed record Done(Guid Introduction, IntroductionState State, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/introductions/step", Handle).WithSummary("Take an introduction a step on, or end it");

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var on = command.On ?? clock.Today;
        if (on > clock.Today)
            throw new RefusedException("introduction.future", $"{on:yyyy-MM-dd} is still to come; say it when it has happened.");
        var asked = await db.Introductions.OrRefuse(command.Introduction, ct);
        var names = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.Id == asked.PersonId || p.Id == asked.OtherId).Select(p => new { p.Id, p.FullName }).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        var title = Said(asked, command.To, names[asked.PersonId], asked.OtherId is { } other ? names[other] : null);
        db.Act(title);
        asked.Advance(command.To, on);
        if (!string.IsNullOrWhiteSpace(command.Note) && command.To is not IntroductionState.Asked)
            asked.Outcome = command.Note.Trim();
        await Log(command, asked, db, clock, ct);
        await Close(asked, command, on, db, ct);
        await Open(asked, on, db, clock, ct);
        await db.SaveChangesAsync(ct);
        return new(asked.Id, asked.State, title, db.LastBatch!.Value);
    }

    // Asking, thanking and reporting back are messages of the user's; the meeting is one with the other person.
    private static async Task Log(Command command, Introduction asked, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var told = command.To switch
        {
            IntroductionState.Asked or IntroductionState.Thanked or IntroductionState.ReportedBack =>
                new ToldContact(asked.PersonId, command.Channel ?? Channel.Mail, Direction.Out, command.On, command.Note ?? Summary(command.To), Closes: command.To == IntroductionState.Thanked ? LoopKind.Thank : null,
                    IsAsk: command.To == IntroductionState.Asked),
            IntroductionState.Met when asked.OtherId is { } other => new ToldContact(other, command.Channel ?? Channel.Meeting, Direction.Both, command.On, command.Note),
            _ => null,
        };
        if (told is not null)
            await db.LogContact(told, clock, ct);
    }

    private static string Summary(IntroductionState to) => to switch
    {
        IntroductionState.Asked => "Asked for an introduction",
        IntroductionState.Thanked => "Thanked for the introduction",
        _ => "Reported back on the introduction",
    };

    // What waited for this step is answered by it; what is over leaves nothing to wait for, except thanks.
    private static async Task Close(Introduction asked, Command command, DateOnly on, KithDb db, CancellationToken ct)
    {
        var waiting = await db.Loops.Where(l => l.IntroductionId == asked.Id && l.State != LoopState.Closed).ToListAsync(ct);
        foreach (var loop in waiting.Where(l => l.State != LoopState.Closed && (asked.IsOver || (l.PersonId == asked.PersonId && l.Kind is LoopKind.FollowUp or LoopKind.PromiseByThem))))
            loop.CloseByDecision(asked.IsOver && !string.IsNullOrWhiteSpace(command.Note) ? $"{Introduction.Word(asked.State)}: {command.Note.Trim()}" : Introduction.Word(asked.State), on);
    }

    private static async Task Open(Introduction asked, DateOnly on, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        foreach (var opening in asked.Opens(on, clock.Offices))
        {
            Exchange? exchange = null;
            if (asked.State == IntroductionState.Made && opening.Person == asked.OtherId)
            {
                exchange = new() { Id = db.NewId(), PersonId = opening.Person, Tactic = asked.Kind == IntroductionKind.Referral ? Tactic.Referral : Tactic.Introduction, On = on };
                db.Add(exchange);
            }
            // Thanked already is thanked: a second loop would be a reproach.
            if (opening.Kind == LoopKind.Thank && asked.State == IntroductionState.Met && await db.Loops.AnyAsync(l => l.IntroductionId == asked.Id && l.Kind == LoopKind.Thank, ct))
                continue;
            db.Add(new Loop
            {
                Id = db.NewId(),
                PersonId = opening.Person,
                Kind = opening.Kind,
                What = opening.What,
                OpenedOn = on,
                Due = opening.Due,
                ExchangeId = exchange?.Id,
                IntroductionId = asked.Id,
            });
        }
    }

    private static string Said(Introduction asked, IntroductionState to, string connector, string? other)
    {
        var what = asked.Kind == IntroductionKind.Referral ? "the referral" : other is null ? "an introduction" : $"an introduction to {other}";
        return to switch
        {
            IntroductionState.Asked => $"Asked {connector} for {what}",
            IntroductionState.ConnectorAgreed => $"{connector} agreed to {what}",
            IntroductionState.TargetAgreed => $"{other ?? connector} agreed to be introduced by {connector}",
            IntroductionState.Made => $"{connector} made {what}",
            IntroductionState.Met => $"Met {other ?? "them"} after {connector}'s introduction",
            IntroductionState.Thanked => $"Thanked {connector} for {what}",
            IntroductionState.ReportedBack => $"Reported back to {connector} on {what}",
            IntroductionState.Declined => $"{connector}: {what} was declined",
            _ => $"Let {what} by {connector} lapse",
        };
    }
}
