using Kith.Data;
using Kith.Domain;
using Kith.Domain.Sequences;

namespace Kith.Sample;

/// <summary>Sequences of the sample network: two that run, one answered soon, one late, one not at all, and one that was stopped.</summary>
internal sealed class Approaches(SampleRows rows, WorkspaceClock clock)
{
    internal void Run(IReadOnlyList<Person> people)
    {
        Step(Start(people[0], BuiltIn.All[0], daysAgo: 0, second: people[1]), 0);
        var second = Start(people[2], BuiltIn.All[1], daysAgo: 12);
        Step(second, 0).CloseByDecision("Asked at the fair", clock.Today.AddDays(-5));
        second.Step = 1;
        Step(second, 1);
        Start(people[3], BuiltIn.All[0], daysAgo: 20).Answer(clock.Today.AddDays(-19), people[3].FullName);
        Start(people[4], BuiltIn.All[0], daysAgo: 30).Answer(clock.Today.AddDays(-18), people[4].FullName);
        Start(people[5], BuiltIn.All[0], daysAgo: 40).Finish(clock.Today.AddDays(-29));
        Start(people[6], BuiltIn.All[1], daysAgo: 25).Stop("The opening was filled", clock.Today.AddDays(-16));
    }

    private SequenceRun Start(Person person, BuiltInSequence sequence, int daysAgo, Person? second = null) => rows.Add(rows.SequenceRuns, new()
    {
        Id = rows.NewId(),
        PersonId = person.Id,
        SecondId = second?.Id,
        Name = sequence.Name,
        Steps = SequencePlan.Write(sequence.Steps),
        StartedAt = daysAgo == 0 ? clock.Now : clock.Noon(clock.Today.AddDays(-daysAgo)),
    });

    private Loop Step(SequenceRun run, int step)
    {
        var opened = step == 0 ? clock.DayOf(run.StartedAt) : clock.Today.AddDays(-5);
        return rows.Add(rows.Loops, new()
        {
            Id = rows.NewId(),
            PersonId = run.PersonId,
            Kind = LoopKind.SequenceStep,
            What = run.Plan()[step].What,
            OpenedOn = opened,
            Due = run.Due(step, clock.Local(run.StartedAt), opened, clock.Offices),
            RunId = run.Id,
            Step = step,
        });
    }
}
