using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>A step of an introduction as the user tells it.</summary>
/// <param name="To">To where.</param>
/// <param name="On">On which day.</param>
/// <param name="Channel">Over which channel; the usual one where none is given.</param>
/// <param name="Note">What came of it.</param>
public sealed record ToldStep(IntroductionState To, DateOnly On, Channel? Channel = null, string? Note = null);

/// <summary>The one way in which an introduction goes a step on: what the step is evidence of is logged, what it answers is closed, what it leaves open is opened.</summary>
public static class IntroductionSteps
{
    /// <summary>Takes the step and names the act; the caller saves.</summary>
    /// <returns>What the step was, as the user would put it, and the contact it was evidence of.</returns>
    public static async Task<(string Title, Interaction? Contact)> Take(this KithDb db, Introduction asked, ToldStep step, WorkspaceClock clock, CancellationToken ct)
    {
        var names = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.Id == asked.PersonId || p.Id == asked.OtherId).Select(p => new { p.Id, p.FullName }).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        var title = Said(asked, step.To, names[asked.PersonId], asked.OtherId is { } other ? names[other] : null);
        db.Act(title);
        asked.Advance(step.To, step.On);
        if (!string.IsNullOrWhiteSpace(step.Note) && step.To is not IntroductionState.Asked)
            asked.Outcome = step.Note.Trim();
        var contact = await Log(step, asked, db, clock, ct);
        await Close(asked, step, db, ct);
        await Open(asked, step.On, db, clock, ct);
        return (title, contact);
    }

    // Asking, thanking and reporting back are messages of the user's; the meeting is one with the other person.
    private static async Task<Interaction?> Log(ToldStep step, Introduction asked, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var told = step.To switch
        {
            IntroductionState.Asked or IntroductionState.Thanked or IntroductionState.ReportedBack =>
                new ToldContact(asked.PersonId, step.Channel ?? Channel.Mail, Direction.Out, step.On, step.Note ?? Summary(step.To), Closes: step.To == IntroductionState.Thanked ? LoopKind.Thank : null,
                    IsAsk: step.To == IntroductionState.Asked),
            IntroductionState.Met when asked.OtherId is { } other => new ToldContact(other, step.Channel ?? Channel.Meeting, Direction.Both, step.On, step.Note),
            _ => null,
        };
        return told is null ? null : (await db.LogContact(told, clock, ct)).Interaction;
    }

    private static string Summary(IntroductionState to) => to switch
    {
        IntroductionState.Asked => "Asked for an introduction",
        IntroductionState.Thanked => "Thanked for the introduction",
        _ => "Reported back on the introduction",
    };

    // What waited for this step is answered by it; what is over leaves nothing to wait for, except thanks.
    private static async Task Close(Introduction asked, ToldStep step, KithDb db, CancellationToken ct)
    {
        var waiting = await db.Loops.Where(l => l.IntroductionId == asked.Id && l.State != LoopState.Closed).ToListAsync(ct);
        foreach (var loop in waiting.Where(l => l.State != LoopState.Closed && (asked.IsOver || (l.PersonId == asked.PersonId && l.Kind is LoopKind.FollowUp or LoopKind.PromiseByThem))))
            loop.CloseByDecision(asked.IsOver && !string.IsNullOrWhiteSpace(step.Note) ? $"{Introduction.Word(asked.State)}: {step.Note.Trim()}" : Introduction.Word(asked.State), step.On);
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
