using Kith.Data;
using Kith.Domain.Weeks;

namespace Kith.Sample;

/// <summary>The reviews that the sample's owner has finished: the last three weeks.</summary>
internal sealed class Sundays(SampleRows rows, WorkspaceClock clock)
{
    private static readonly (string Learnt, string Next)[] Words =
    [
        ("People answer faster when I ask one thing.", "Two conversations at targets; report back to both connectors."),
        ("I talk about tools when I am nervous.", "Lead with the result. Ask Ana how the move went."),
        ("The alumni evening brought more than ten cold messages.", "Write to everybody I met within two days."),
    ];

    internal void Look()
    {
        var week = Week.ToReview(clock.Today);
        for (var back = 0; back < Words.Length; back++)
        {
            var monday = week.AddDays(-Week.Days * (back + 1));
            rows.Add(rows.Reviews, new()
            {
                Id = rows.NewId(),
                Week = monday,
                FinishedAt = clock.Noon(monday.AddDays(6)).AddHours(6),
                Learnt = Words[back].Learnt,
                Next = Words[back].Next,
                Conversations = 4 + back,
                DecisionMakers = 1 + (back % 2),
                FollowUps = 5 - back,
            });
        }
    }
}
