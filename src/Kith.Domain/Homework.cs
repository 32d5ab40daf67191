namespace Kith.Domain;

/// <summary>Who is to answer a question.</summary>
public enum QuestionKind
{
    /// <summary>The user finds it out beforehand.</summary>
    FindOut,

    /// <summary>The user asks it in the conversation.</summary>
    AskThem,
}

/// <summary>Open homework: what the user wants to know about a person, an organisation or an event.</summary>
public sealed class Question : Entity, IAboutPerson
{
    public Guid? PersonId { get; set; }

    public Guid? OrganisationId { get; set; }

    public Guid? EventId { get; set; }

    public required QuestionKind Kind { get; set; }

    /// <summary>The question, at most 500 characters.</summary>
    public required string Text { get; set; }

    /// <summary>The item of a checklist that it covers, such as <c>tiara.trends</c>; null for the user's own.</summary>
    public string? Item { get; set; }

    public required DateOnly AskedOn { get; init; }

    /// <summary>The day it was answered; the answer is the finding that names the question.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <inheritdoc/>
    public Guid? AboutPerson => PersonId;
}

/// <summary>What only the user can say before a meeting; everything else on the page of a brief is put together from what is known.</summary>
public sealed class Brief : PersonPart
{
    /// <summary>What I bring, with the evidence for it.</summary>
    public string? Bring { get; set; }

    /// <summary>What I ask for.</summary>
    public string? Ask { get; set; }

    /// <summary>When the meeting is (UTC); null while there is none.</summary>
    public DateTime? MeetingAt { get; set; }
}
