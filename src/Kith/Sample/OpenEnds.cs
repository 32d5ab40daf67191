using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ranking;

namespace Kith.Sample;

/// <summary>Leaves every kind of loop in every state: due, to come, put aside, kept and let go.</summary>
internal sealed class OpenEnds(SampleRows rows, WorkspaceClock clock, Random dice)
{
    private static readonly LoopKind[] Kinds = [LoopKind.PromiseByMe, LoopKind.PromiseByThem, LoopKind.Thank, LoopKind.ReportBack, LoopKind.SequenceStep];

    private static readonly Action<Loop, DateOnly, Interaction>[] Fates =
    [
        (_, _, _) => { },
        (_, _, _) => { },
        (_, _, _) => { },
        (loop, today, _) => loop.Snooze(today.AddDays(6)),
        (loop, today, _) => loop.Snooze(today.AddDays(-1)),
        (loop, _, last) => loop.CloseOnEvidence(last.Id, DateOnly.FromDateTime(last.At)),
        (loop, today, _) => loop.CloseByDecision(Lines.Decisions[0], today.AddDays(-2)),
    ];

    // Days from today on which each of the fates above is due.
    private static readonly int[] Dues = [-4, 0, 9, -2, -6, -12, -20];

    /// <summary>Hands the loops out among people there is a history with.</summary>
    internal void Leave(IReadOnlyList<Person> people)
    {
        var next = 0;
        foreach (var kind in Kinds)
            for (var fate = 0; fate < Fates.Length; fate++)
                Open(people[next++ * 3 % people.Count], kind, fate);
    }

    private void Open(Person person, LoopKind kind, int fate)
    {
        var last = rows.History(person.Id).MaxBy(i => i.At)!;
        var due = clock.Today.AddDays(Dues[fate]);
        var day = clock.DayOf(last.At);
        var opened = day < due ? day : due.AddDays(-Loop.ThankDays);
        var loop = new Loop
        {
            Id = rows.NewId(),
            PersonId = person.Id,
            Kind = kind,
            What = What(kind),
            OpenedOn = opened,
            Due = due,
            InteractionId = last.Id,
        };
        Fates[fate](loop, clock.Today, last);
        rows.Add(rows.Loops, loop);
        if (loop.State == LoopState.Closed)
            rows.Add(rows.Answers, new Answer
            {
                Id = rows.NewId(),
                PersonId = person.Id,
                Action = NextAction.For(kind),
                Taken = loop.EvidenceId is not null,
                Reason = loop.Decision,
                On = clock.Today.AddDays(-2),
            });
    }

    private string What(LoopKind kind) => kind switch
    {
        LoopKind.PromiseByMe => Lines.Pick(Lines.PromisesByMe, dice),
        LoopKind.PromiseByThem => Lines.Pick(Lines.PromisesByThem, dice),
        LoopKind.Thank => Lines.Pick(Lines.Thanks, dice),
        LoopKind.ReportBack => Lines.Pick(Lines.Reports, dice),
        _ => Lines.Pick(Lines.Steps, dice),
    };
}
