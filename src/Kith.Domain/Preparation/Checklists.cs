namespace Kith.Domain.Preparation;

/// <summary>What a list of questions is about.</summary>
public enum About
{
    Person,
    Organisation,
    Event,
}

/// <summary>One question of a checklist.</summary>
/// <param name="Code">Its name for programs and on the questions made from it, such as <c>tiara.trends</c>.</param>
/// <param name="Text">The question.</param>
/// <param name="Kind">Who answers it.</param>
/// <param name="Answers">What its answer is as a finding.</param>
public sealed record ChecklistItem(string Code, string Text, QuestionKind Kind, FindingKind Answers = FindingKind.Fact);

/// <summary>A list of questions that others found worth asking.</summary>
/// <param name="Code">Its name for programs.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="About">What it is about.</param>
/// <param name="Items">Its questions.</param>
public sealed record Checklist(string Code, string Name, string Source, About About, IReadOnlyList<ChecklistItem> Items);

/// <summary>The checklists that come with Kith, as data. The questions are put in our words.</summary>
public static class Checklists
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Checklist> All =
    [
        new("tiara", "TIARA", "Steve Dalton, The 2-Hour Job Search: trends, insights, advice, resources, assignments", About.Person,
        [
            new("tiara.trends", "Which change will matter most in your field over the next years?", QuestionKind.AskThem),
            new("tiara.insights", "What surprised you most once you were inside?", QuestionKind.AskThem),
            new("tiara.advice", "What would you do now if you wanted to begin in this field again?", QuestionKind.AskThem),
            new("tiara.resources", "What should I read, and whom should I listen to next?", QuestionKind.AskThem),
            new("tiara.assignments", "Which piece of work has brought the most lately?", QuestionKind.AskThem),
        ]),
        new("big-four", "The big four", "Steve Dalton, The 2-Hour Job Search: what the other side asks in every first conversation", About.Person,
        [
            new("big-four.self", "How do I introduce myself in a minute?", QuestionKind.FindOut),
            new("big-four.organisation", "Why their organisation?", QuestionKind.FindOut),
            new("big-four.function", "Why this kind of work?", QuestionKind.FindOut),
            new("big-four.field", "Why this field?", QuestionKind.FindOut),
        ]),
        new("facts", "Five facts", "Rule of thumb: what one should know of an organisation before talking to anybody there", About.Organisation,
        [
            new("facts.mission", "What is it there for?", QuestionKind.FindOut, FindingKind.Mission),
            new("facts.need", "What does it need most now?", QuestionKind.FindOut, FindingKind.Need),
            new("facts.news", "What happened there lately?", QuestionKind.FindOut, FindingKind.News),
            new("facts.people", "Who decides about work like mine?", QuestionKind.FindOut),
            new("facts.numbers", "How large is it, and is it growing?", QuestionKind.FindOut),
        ]),
        new("event", "Before an event", "Rule of thumb: what makes an evening worth going to", About.Event,
        [
            new("event.people", "Whom do I want to meet, and why?", QuestionKind.FindOut),
            new("event.topic", "What will everybody talk about there?", QuestionKind.FindOut),
            new("event.opening", "With which question do I begin?", QuestionKind.FindOut),
        ]),
    ];

    /// <summary>The item of that code, or null.</summary>
    public static ChecklistItem? Item(string? code) => All.SelectMany(l => l.Items).FirstOrDefault(i => i.Code == code);

    /// <summary>The lists about that.</summary>
    public static IEnumerable<Checklist> For(About about) => All.Where(l => l.About == about);
}
