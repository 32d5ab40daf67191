using System.Security.Cryptography;
using System.Text;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ratings;

namespace Kith.Sample;

/// <summary>Impressions of the sample network: every rating, own against others', links that are open, answered and ended.</summary>
internal sealed class Afterthoughts(SampleRows rows, WorkspaceClock clock, Guid workspace)
{
    private const int Noted = 40;

    private static readonly string[] Remarks =
        ["Talked too long about tools; next time the result first.", "They lit up at the tide story.", "Short, friendly, and a name at the end.", "I never said what I am looking for.", "Good questions about the team."];

    private static readonly string[] Questions = ["How large was the team?", "What would you do in the first month?", "Would you move?"];

    /// <summary>Notes every other of the latest conversations, so that some are left to be noted.</summary>
    internal void Note()
    {
        var people = rows.People.Where(p => p.TrashedAt is null && !p.IsSelf).Select(p => p.Id).ToHashSet();
        var talks = rows.Interactions.Where(i => Conversations.IsOne(i.Channel, i.Direction) && people.Contains(i.PersonId)).OrderByDescending(i => i.At).ThenBy(i => i.Id).ToList();
        foreach (var (number, talk) in talks.Where((_, place) => place % 2 == 1).Take(Noted).Index())
            Note(talk, number);
    }

    private void Note(Interaction talk, int number)
    {
        var on = clock.DayOf(talk.At);
        var impression = rows.Add(rows.Impressions, new()
        {
            Id = rows.NewId(),
            PersonId = talk.PersonId,
            InteractionId = talk.Id,
            Clarity = 1 + (number * 7 % 5),
            Usefulness = number % 9 == 4 ? null : 1 + ((number + 3) * 3 % 5),
            Warmth = 5 - (number % 5),
            Line = number % 3 == 2 ? null : Remarks[number % Remarks.Length],
            Asked = number % 4 == 0 ? Questions[number / 4 % Questions.Length] : null,
            On = on,
        });
        if (number % 5 == 2)
            rows.Add(rows.Loops, new()
            {
                Id = rows.NewId(),
                PersonId = talk.PersonId,
                Kind = LoopKind.PromiseByMe,
                What = "Send the two slides we spoke about",
                OpenedOn = on,
                Due = on.AddDays(Conversations.PromiseDays),
                InteractionId = talk.Id,
            }).CloseByDecision("Kept", clock.Today < on.AddDays(3) ? clock.Today : on.AddDays(3));
        // The newest is asked just now; of the others most answered, a few let the link end.
        if (number == 0)
            Ask(impression, clock.Now.AddMinutes(-30), number, null);
        else if (on < clock.Today.AddDays(-Feedback.Days - 2))
            Ask(impression, talk.At.AddDays(1), number, number % 6 == 5 ? null : talk.At.AddDays(2));
    }

    private void Ask(Impression impression, DateTime at, int number, DateTime? answered) => rows.Add(rows.Feedback, new()
    {
        Id = rows.NewId(),
        PersonId = impression.PersonId,
        ImpressionId = impression.Id,
        // The same every time, and of no use to anybody: a sample has nothing to hide.
        Token = Convert.ToBase64String([.. workspace.ToByteArray(), .. SHA256.HashData(Encoding.UTF8.GetBytes($"sample feedback {number}"))[..16]]).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        CreatedAt = at,
        ExpiresAt = at.AddDays(Feedback.Days),
        AnsweredAt = answered,
        Clarity = answered is null ? null : Math.Clamp(impression.Clarity!.Value + (number % 4) - 1, 1, Impression.Best),
        Usefulness = answered is null ? null : 1 + (number % 5),
    });
}
