using System.CommandLine;
using System.Globalization;
using Kith.Domain.Weeks;
using Kith.Reviews;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith review [--week DATE]</c>: the weekly review as a digest.</summary>
internal static class ReviewVerb
{
    private static readonly Option<DateOnly?> Week = Verb.Day("--week", "A day of the week to look back on (default: this week, on a Monday the last)");

    internal static Command Build(Surroundings here) =>
        new Command("review", "Look back on the week: what happened, what slipped, three numbers, the week after") { Week }.Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var digest = await ShowReview.Handle(parsed.GetValue(Week), session.Db, session.Clock, ct);
        return session.Terminal.Answer(digest, console => Draw(console, digest));
    }

    private static void Draw(IAnsiConsole console, ShowReview.Digest digest)
    {
        var (review, happened, numbers) = (digest.Review, digest.Happened, digest.Numbers);
        Say($"Week of {Day(review.Week)}{(review.FinishedAt is null ? "" : ", reviewed")}{(review.Streak > 1 ? $". {review.Streak} reviews in a row" : "")}.");
        Say("");
        Say("What happened");
        Rows("exchanges", happened.Exchanges);
        Rows($"interactions, {happened.BothWays} of them both ways", happened.Interactions);
        Rows("steps of introductions", happened.Introductions);
        Rows("stages of opportunities", happened.Opportunities);
        Rows("promises kept", happened.Promises);
        Say("");
        Say($"What slipped: {digest.Slipped.Count}{(digest.Slipped.Count > digest.Slipped.Rows.Count ? $", the first {digest.Slipped.Rows.Count}" : "")}");
        foreach (var row in digest.Slipped.Rows)
            Say($"  {row.Loop}  due {Day(row.Due)}  {Json.Word(row.Kind)}  {row.Name}{(row.What is null ? "" : $": {row.What}")}");
        Say("");
        Say("Three numbers");
        Number("conversations", numbers.Week.Conversations, numbers.Before.Conversations, numbers.Planned?.Conversations, "people in touch with");
        Number("with decision makers", numbers.Week.DecisionMakers, numbers.Before.DecisionMakers, numbers.Planned?.DecisionMakers, "conversations");
        Number("followed up in 48 hours", numbers.Week.FollowUps, numbers.Before.FollowUps, numbers.Planned?.FollowUps, "exchanges");
        Say("");
        Say($"The week after, from {Day(digest.Ahead.Week)}");
        foreach (var next in digest.Ahead.Agenda)
            Say($"  {next.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {(next.IsMeeting ? "meet " : "")}{next.Name}");
        foreach (var row in digest.Ahead.Due)
            Say($"  {Day(row.Due)}  {Json.Word(row.Kind)}  {row.Name}{(row.What is null ? "" : $": {row.What}")}");
        if (review.Plan is { } plan)
            Say($"  planned: {plan.Conversations} conversations, {plan.DecisionMakers} with decision makers, {plan.FollowUps} follow-ups");
        if (review.Learnt is { } learnt)
            Say($"  learnt: {learnt}");
        if (review.Next is { } then)
            Say($"  next: {then}");

        void Say(string line) => console.WriteLine(Terminal.Plain(line));

        void Rows(string name, Happened.Part part)
        {
            Say($"  {part.Count} {name}");
            foreach (var row in part.Rows)
                Say($"    {Day(row.On)}  {row.Name}, {row.What}");
            if (part.Count > part.Rows.Count)
                Say($"    and {part.Count - part.Rows.Count} more");
        }

        void Number(string name, WeekCount week, WeekCount before, int? planned, string among) =>
            Say($"  {name}: {week.Of} of {week.N} {among}; the week before {before.Of} of {before.N}{(planned is { } plan ? $"; planned {plan}" : "")}");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
