using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Impressions;

/// <summary>Shows a conversation with what was noted about it, what was promised in it, and its feedback link.</summary>
public static class ShowImpression
{
    private const int MostPromises = 20;

    /// <summary>A promise that was made in the conversation.</summary>
    public sealed record Promise(Guid Loop, string? What, DateOnly? Due, LoopState State);

    /// <summary>The conversation and everything about it.</summary>
    public sealed record Shown(Guid Interaction, Guid Person, string Name, Channel Channel, DateOnly On, string? Summary, Impression? Impression, Feedback? Feedback, IReadOnlyList<Promise> Promises);

    /// <summary>The conversation named, else the newest with that person; refused with <c>interaction.unknown</c> where there is none.</summary>
    public static async Task<Shown> Handle(Guid person, Guid? of, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var talk = await (
            from interaction in db.Conversations().AsNoTracking()
            where interaction.PersonId == person && (of == null || interaction.Id == of)
            join other in db.People on interaction.PersonId equals other.Id
            join noted in db.Impressions on interaction.Id equals noted.InteractionId into impressions
            from impression in impressions.DefaultIfEmpty()
            orderby interaction.At descending, interaction.Id descending
            select new { interaction.Id, other.FullName, interaction.Channel, interaction.At, interaction.Summary, impression }).FirstOrDefaultAsync(ct)
            ?? throw new RefusedException("interaction.unknown", "There is no such conversation; log it first, then say how it went.");
        var feedback = talk.impression is { } known
            ? await db.Feedback.AsNoTracking().Where(f => f.ImpressionId == known.Id).OrderBy(f => f.AnsweredAt == null).ThenBy(f => f.AnsweredAt).ThenByDescending(f => f.ExpiresAt).FirstOrDefaultAsync(ct)
            : null;
        var promises = await db.Loops.AsNoTracking().Where(l => l.InteractionId == talk.Id && l.Kind == LoopKind.PromiseByMe).OrderBy(l => l.Id).Take(MostPromises)
            .Select(l => new Promise(l.Id, l.What, l.SnoozedUntil ?? l.Due, l.State)).ToListAsync(ct);
        return new(talk.Id, person, talk.FullName, talk.Channel, clock.DayOf(talk.At), talk.Summary, talk.impression, feedback, promises);
    }
}
