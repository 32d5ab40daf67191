using Kith.Domain;
using Kith.Domain.Calendars;
using Kith.Domain.Strength;

namespace Kith.Benchmarks.Market;

/// <summary>
/// One search of 26 weeks with six hours a week: so many people known at the start, an event with four new ones every second week. On each
/// business day the order says whom to turn to; the market answers.
/// </summary>
internal sealed class Search
{
    internal const int Days = 182;
    private const int NewAtEvent = 4;
    private const int MinutesADay = 72;
    private const int TalkMinutes = 45;
    private const int MostADay = 7;
    private const int CoolDown = 10;

    private static readonly DateTime First = new(2026, 1, 5, 12, 0, 0, DateTimeKind.Utc);
    private static readonly BusinessDays Offices = new(null);

    private readonly Fate fate;
    private readonly Dictionary<int, List<Action>> agenda = [];
    private readonly List<Somebody> pending = [];
    private int today;
    private int spent;

    private Search(ulong seed, int known)
    {
        fate = new(seed);
        for (var number = 0; number < known; number++)
            People.Add(Acquainted(number));
        Habits = Habits.Of(People.Select(p => p.Tie), At(0));
    }

    internal List<Somebody> People { get; } = [];

    internal Habits Habits { get; private set; }

    /// <summary>The day on which an offer was taken, or null.</summary>
    internal int? Landed { get; private set; }

    internal int Messages { get; private set; }

    internal int Talks { get; private set; }

    internal int DeciderTalks { get; private set; }

    internal int Introductions { get; private set; }

    internal Fate Fate => fate;

    /// <summary>Noon of a day, counted from the Monday of the first week.</summary>
    internal static DateTime At(int day) => First.AddDays(day);

    /// <summary>Lives through the search; an order lists whom it would turn to, best first.</summary>
    internal static Search Run(ulong seed, int known, Func<Search, int, IReadOnlyList<Somebody>, IEnumerable<Somebody>> order)
    {
        var search = new Search(seed, known);
        for (search.today = 0; search.today < Days && search.Landed is null; search.today++)
            search.Live(order);
        return search;
    }

    private void Live(Func<Search, int, IReadOnlyList<Somebody>, IEnumerable<Somebody>> order)
    {
        spent = 0;
        if (agenda.Remove(today, out var due))
            due.ForEach(act => act());
        if (today % 14 == 1)
            for (var i = 0; i < NewAtEvent; i++)
                Meet(Born(1_000_000 + (today * NewAtEvent) + i, 0.35, 0.12, 0.15));
        People.ForEach(Overdue);
        pending.ForEach(p => Introduce(p, decides: false));
        pending.Clear();
        if (today % 7 == 0)
            Habits = Habits.Of(People.Select(p => p.Tie), At(today));
        if (!Offices.Includes(DateOnly.FromDateTime(At(today))))
            return;
        var cool = Offices.Subtract(DateOnly.FromDateTime(At(today)), CoolDown).DayNumber - DateOnly.FromDateTime(At(0)).DayNumber;
        var pool = People.Where(p => IsOpen(p) || p.LastContact is null || p.LastContact < cool).ToList();
        foreach (var person in order(this, today, pool).Take(MostADay))
            if (spent < MinutesADay)
                Act(person);
    }

    private bool IsOpen(Somebody p) => p.FollowUp is not null || p.Due.Any(d => d.Value <= today || d.Key != LoopKind.PromiseByThem);

    // Whatever the order, one does the most pressing thing that is open with a person; without any, one writes.
    private void Act(Somebody p)
    {
        if (Close(p, LoopKind.PromiseByMe, 10, 1.25) || Close(p, LoopKind.ReportBack, 5, 1.3) || Close(p, LoopKind.Thank, 3, 1.15))
            return;
        if (p.Due.TryGetValue(LoopKind.PromiseByThem, out var promised) && promised <= today)
        {
            Chase(p);
            return;
        }
        Ask(p, p.FollowUp is null ? 10 : 5);
    }

    private bool Close(Somebody p, LoopKind kind, int minutes, double good)
    {
        if (!p.Due.Remove(kind, out var due))
            return false;
        spent += minutes;
        p.Judge(today <= due + 2 ? good : 1);
        p.Contact(today, Channel.Mail, Direction.Out);
        return true;
    }

    private void Chase(Somebody p)
    {
        spent += 5;
        p.Due.Remove(LoopKind.PromiseByThem);
        p.Contact(today, Channel.Mail, Direction.Out);
        if (fate.Of(p.Number, Question.Kept, p.Talks) < Chances.KeptWhenAsked)
            Introduce(p, decides: false);
    }

    private void Ask(Somebody p, int minutes)
    {
        spent += minutes;
        Messages++;
        var silent = p.Unanswered.Count(d => today - d < 30);
        var warm = p.FollowUp is { } met ? Chances.Warmth(today - met) : 1;
        var chance = Chances.Reply * p.Disposition * warm * (0.5 + (2 * p.Closeness)) * Chances.Patience(silent);
        var time = p.Requests++;
        p.FollowUp = null;
        p.Contact(today, Channel.Mail, Direction.Out);
        p.Unanswered.Add(today);
        if (fate.Of(p.Number, Question.Reply, time) >= Math.Min(chance, 0.95))
            return;
        var lag = 1 + (int)Math.Exp(0.7 + fate.Normal(p.Number, Question.Lag, time));
        Later(lag, () =>
        {
            p.Unanswered.Clear();
            p.Contact(today, Channel.Mail, Direction.In);
            if (fate.Of(p.Number, Question.Talk, time) < Chances.Talk)
                Later(5 + (lag % 10), () => Talk(p));
        });
    }

    private void Talk(Somebody p)
    {
        spent += TalkMinutes;
        Talks++;
        var time = p.Talks++;
        p.Contact(today, Channel.Meeting, Direction.Both);
        p.Closeness = Math.Min(1, p.Closeness + 0.1);
        p.Due[LoopKind.Thank] = today + 1;
        if (fate.Of(p.Number, Question.Promise, time) < Chances.PromiseByMe)
            p.Due[LoopKind.PromiseByMe] = today + 7;
        if (fate.Of(p.Number, Question.TheirPromise, time) < Chances.PromiseByThem)
            p.Due[LoopKind.PromiseByThem] = today + 14;
        // What a conversation leads to comes after it, and with it the thanks that were or were not given.
        Later(7, () => Lead(p, time));
    }

    private void Lead(Somebody p, int time)
    {
        var dice = fate.Of(p.Number, Question.Leads, time);
        if (p.Motivation is null)
        {
            if (dice < Chances.ToTarget * p.Trust * Chances.Novelty(p.Mutual))
                Introduce(p, decides: false);
        }
        else if (p.Decides)
        {
            DeciderTalks++;
            if (fate.Of(p.Number, Question.Offer, time) < Chances.Offer * p.Trust)
                Offered(p, 14 + (time % 14));
        }
        else
        {
            if (dice < Chances.ToDecider * p.Trust * Chances.Novelty(p.Mutual))
                Introduce(p, decides: true);
            if (time > 0 && fate.Of(p.Number, Question.Referral, time) < Chances.Referral * p.Trust && fate.Of(p.Number, Question.Hired, time) < Chances.HirePerReferral)
                Offered(p, 28);
        }
    }

    // Somebody at the connector's own organisation, or at a target where theirs is none; and the connector would like to hear what came of it.
    private void Introduce(Somebody by, bool decides)
    {
        Introductions++;
        // The n-th person whom somebody introduces is the same whatever the order.
        var number = unchecked((by.Number * 6364136223846793005) + 1442695040888963407 + by.Brought++);
        Meet(new(number, by.Motivation ?? Wanted(number), decides, Seems(number, decides), Disposition(number), 0.3, by.Mutual / 2));
        by.Due[LoopKind.ReportBack] = today + 14;
    }

    private void Offered(Somebody p, int after) => Later(after, () =>
    {
        if (fate.Of(p.Number, Question.Accept, p.Talks) < Chances.Accept(p.Motivation ?? 0))
            Landed ??= today;
    });

    // A promise that was not kept in two weeks has done its harm; one of theirs that nobody asked for is mostly forgotten.
    private void Overdue(Somebody p)
    {
        if (p.Due.TryGetValue(LoopKind.PromiseByMe, out var mine) && today > mine + 14)
        {
            p.Due.Remove(LoopKind.PromiseByMe);
            p.Judge(0.7);
        }
        if (p.Due.TryGetValue(LoopKind.PromiseByThem, out var theirs) && today > theirs + 30)
        {
            p.Due.Remove(LoopKind.PromiseByThem);
            if (fate.Of(p.Number, Question.Kept, p.Talks) < Chances.KeptUnasked)
                pending.Add(p);
        }
    }

    private void Meet(Somebody p)
    {
        p.FollowUp = today;
        People.Add(p);
    }

    private void Later(int days, Action act)
    {
        if (!agenda.TryGetValue(today + days, out var acts))
            agenda[today + days] = acts = [];
        acts.Add(act);
    }

    private Somebody Born(long number, double atTarget, double deciding, double closeness)
    {
        var decides = fate.Of(number, Question.Decides, 0) < deciding;
        return new(
            number, fate.Of(number, Question.Place, 0) < atTarget ? Wanted(number) : null, decides, Seems(number, decides),
            Disposition(number), closeness, (int)Math.Exp(3 * fate.Of(number, Question.Mutual, 0)));
    }

    private bool Seems(long number, bool decides) => fate.Of(number, Question.Title, 0) < (decides ? Chances.DeciderByTitle : Chances.OtherByTitle);

    // Forty targets: eight wanted very much, twelve much, twelve some, eight little.
    private int Wanted(long number) => fate.Of(number, Question.Place, 1) switch { < 0.2 => 3, < 0.5 => 2, < 0.8 => 1, _ => 0 };

    // Gamma of shape 2 and mean 1: some nearly always answer, many hardly ever.
    private double Disposition(long number) => -0.5 * (Math.Log(fate.Of(number, Question.Disposition, 0)) + Math.Log(fate.Of(number, Question.Disposition, 1)));

    // A tenth close, a fifth in touch now and then, three tenths met once or twice, the rest a connection and nothing more.
    private Somebody Acquainted(int number)
    {
        var kind = fate.Of(number, Question.Closeness, 0);
        var closeness = kind switch { < 0.1 => 0.8, < 0.3 => 0.5, < 0.6 => 0.2, _ => 0.05 };
        var p = Born(number, 0.4, 0.12, closeness);
        var gap = kind switch { < 0.1 => 25, < 0.3 => 75, < 0.6 => 330, _ => 0 };
        var first = -(int)(700 * fate.Of(number, Question.Past, 0)) - 10;
        if (gap == 0)
            p.FollowUp = first;
        else
            for (var (day, time) = (first, 1); day < 0; day += Math.Max(3, (int)(gap * (0.5 + fate.Of(number, Question.Past, time)))), time++)
                p.Contact(day, Channel.Mail, fate.Of(number, Question.Past, 1000 + time) switch { < 0.25 => Direction.In, < 0.5 => Direction.Out, _ => Direction.Both });
        return p;
    }
}
