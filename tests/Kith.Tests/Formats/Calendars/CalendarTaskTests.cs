namespace Kith.Tests.Formats.Calendars;

public sealed class CalendarTaskTests
{
    [Fact]
    public void Tasks_are_read_with_what_is_due_and_what_is_done()
    {
        var file = CalendarFile.Sample("vtodo", "tasks.ics");

        file.Tasks.Select(task => (task.Uid, task.Due?.Iso, task.Done, task.CompletedAt?.Iso, task.Priority, task.PercentComplete, task.Line)).ShouldBe([
            ("task-1", "2024-03-05", false, null, 1, null, 3),
            ("task-2", null, true, "2024-03-06T10:15:00Z", null, 0, 12),
            ("task-3", "2024-03-02T10:00:00Z", false, null, null, 50, 20),
            ("task-4", null, false, "2024-01-01T00:00:00Z", null, null, 29)]);
        file.Tasks[0].Summary.ShouldBe("Thank Orla");
        file.Tasks[0].Description.ShouldBe("For the introduction");
        file.Tasks[0].Rrule.ShouldBe("FREQ=WEEKLY");
        file.Problems.ShouldBe([(27, "calendar.number")]);
    }
}
