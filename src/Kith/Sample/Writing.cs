using Kith.Data;
using Kith.Domain;
using Kith.Domain.Linting;
using Kith.Domain.Writing;

namespace Kith.Sample;

/// <summary>The messages of the sample's owner: drafts, some that were sent, and a template of their own.</summary>
internal sealed class Writing(SampleRows rows, WorkspaceClock clock)
{
    /// <summary>Drafts to the first two of the people, and the words of mails that were sent to others.</summary>
    internal void Write(IReadOnlyList<Person> people)
    {
        rows.Add(rows.Templates, new()
        {
            Id = rows.NewId(),
            Name = "Alumni of Delta",
            Kind = MessageKind.Mail,
            Subject = "From one Delta graduate to another",
            Body = "Hi {{ first_name }},\n\n{{ common }}. Your work at {{ organisation }} interests me, and so does {{ field | default: \"your field\" }} as a whole. Could you spare 15 minutes to share your view of it?\n\n{{ me }}",
        });
        Draft(people[0], "The forecast I promised", $"Hi {people[0].GivenName},\n\nWhen we spoke I promised you the comparison of the two forecasts. Here it is. Does it answer what you wanted to know?\n\nRobin", "Keep a promise");
        Draft(people[1], "Your view of storage", $"Hi {people[1].GivenName},\n\n{Gap.Mark("connection")}. I am looking for a job in storage and would like to send you my CV.\n\nRobin", "Ask for insight");
        foreach (var person in people.Skip(2))
            if (rows.History(person.Id).FindLast(i => i is { Direction: Direction.Out, Channel: Channel.Mail }) is { } mail)
                Sent(person, mail);
    }

    private void Draft(Person to, string subject, string text, string template) => rows.Add(rows.Messages, new()
    {
        Id = rows.NewId(),
        PersonId = to.Id,
        Kind = MessageKind.FollowUp,
        Subject = subject,
        Text = text,
        Template = template,
        LoopId = rows.Loops.Find(l => l.PersonId == to.Id && l.State == LoopState.Open)?.Id,
        CreatedAt = clock.Now.AddDays(-1),
    });

    private void Sent(Person to, Interaction mail) => rows.Add(rows.Messages, new()
    {
        Id = rows.NewId(),
        PersonId = to.Id,
        Kind = MessageKind.FollowUp,
        Subject = "Following up on our talk",
        Text = $"Hi {to.GivenName},\n\nIt was good to talk. {mail.Summary}\n\nCould you spare 15 minutes next week?\n\nRobin",
        Template = "Follow up after meeting",
        CreatedAt = mail.At,
        SentAt = mail.At,
        InteractionId = mail.Id,
    });
}
