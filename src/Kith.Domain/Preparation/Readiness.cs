namespace Kith.Domain.Preparation;

/// <summary>What is known before a meeting.</summary>
/// <param name="Work">True when it is known what they do where.</param>
/// <param name="Purpose">True when the mission or a need of their organisation is known.</param>
/// <param name="News">The day of the newest finding about their organisation; null while there is none.</param>
/// <param name="Cares">True when it is known what they care about.</param>
/// <param name="Common">True when something in common is known.</param>
/// <param name="Questions">Open questions for them.</param>
/// <param name="Bring">True when it is written what the user brings, with evidence.</param>
/// <param name="Ask">True when it is written what the user asks for.</param>
public sealed record Prepared(bool Work, bool Purpose, DateOnly? News, bool Cares, bool Common, int Questions, bool Bring, bool Ask);

/// <summary>Something that would make the user readier.</summary>
/// <param name="Code">What, for programs.</param>
/// <param name="Text">What to do, as a short sentence.</param>
/// <param name="Points">How much it adds.</param>
public sealed record Missing(string Code, string Text, int Points);

/// <summary>
/// How ready the user is to meet somebody, 0-100, and what is missing. The points are judgement: half for knowing the other side, half for what the
/// user brings to the table. What they add is told in docs/homework.md.
/// </summary>
/// <param name="Score">0-100; 100 exactly when nothing is missing.</param>
/// <param name="Missing">What is missing, that which adds most first.</param>
public sealed record Readiness(int Score, IReadOnlyList<Missing> Missing)
{
    /// <summary>From here on the homework counts as done; asking below it is marked.</summary>
    public const int Ready = 60;

    /// <summary>Questions for them that make a conversation.</summary>
    public const int EnoughQuestions = 2;

    /// <summary>Days for which a finding about an organisation is news.</summary>
    public const int FreshDays = 180;

    private const int Fresh = 10;
    private const int Stale = 5;

    /// <summary>True from <see cref="Ready"/> on.</summary>
    public bool IsReady => Score >= Ready;

    /// <summary>Works it out as of that day.</summary>
    public static Readiness Of(Prepared known, DateOnly today)
    {
        var news = known.News is { } on ? on >= today.AddDays(-FreshDays) ? Fresh : Stale : 0;
        var questions = Math.Clamp(known.Questions, 0, EnoughQuestions);
        var missing = new[]
        {
            new Missing("work", "Note what they do, and where", known.Work ? 0 : 10),
            new Missing("purpose", "Find out what their organisation is there for, or needs", known.Purpose ? 0 : 15),
            new Missing("news", news == Stale ? "What you know of their organisation is old; look what is new" : "Find out something about their organisation", Fresh - news),
            new Missing("cares", "Find out what they care about", known.Cares ? 0 : 15),
            new Missing("common", "Find something you have in common", known.Common ? 0 : 10),
            new Missing("questions", questions == 0 ? "Prepare two questions for them" : "Prepare a second question for them", 10 * (EnoughQuestions - questions)),
            new Missing("bring", "Write what you bring, with the evidence for it", known.Bring ? 0 : 10),
            new Missing("ask", "Write what you will ask for", known.Ask ? 0 : 10),
        }.Where(m => m.Points > 0).OrderByDescending(m => m.Points).ToList();
        return new(100 - missing.Sum(m => m.Points), missing);
    }

    /// <summary>How much of the five facts about an organisation is known: 20 points each, news that are old half.</summary>
    /// <param name="found">The kinds of findings about it, and their days.</param>
    /// <param name="answered">The checklist items that are answered.</param>
    /// <param name="today">The user's day.</param>
    public static Readiness OfOrganisation(IReadOnlyCollection<(FindingKind Kind, DateOnly? On)> found, IReadOnlyCollection<string> answered, DateOnly today)
    {
        const int each = 20;
        var newest = found.Where(f => f.Kind is FindingKind.News or FindingKind.Fact or FindingKind.Need or FindingKind.Mission).Max(f => f.On);
        var missing = Checklists.For(About.Organisation).SelectMany(l => l.Items).Select(item => new Missing(item.Code, item.Text, item.Code == "facts.news"
            ? newest is not { } on ? each : on >= today.AddDays(-FreshDays) ? 0 : each / 2
            : answered.Contains(item.Code) || (item.Answers != FindingKind.Fact && found.Any(f => f.Kind == item.Answers)) ? 0 : each))
            .Where(m => m.Points > 0).OrderByDescending(m => m.Points).ToList();
        return new(100 - missing.Sum(m => m.Points), missing);
    }

    /// <summary>How ready the user is for an event: whom to meet, what it is about, questions, a target.</summary>
    /// <param name="wanted">People to meet there.</param>
    /// <param name="listed">People on its list.</param>
    /// <param name="hasAgenda">True when its agenda is noted.</param>
    /// <param name="hasTarget">True when a target is set.</param>
    /// <param name="questions">Questions about it, answered or not.</param>
    public static Readiness OfEvent(int wanted, int listed, bool hasAgenda, bool hasTarget, int questions)
    {
        var missing = new[]
        {
            new Missing("wanted", "Mark whom you want to meet, and why", wanted > 0 ? 0 : 30),
            new Missing("list", "Find out who may be there", listed > 0 || wanted > 0 ? 0 : 20),
            new Missing("questions", "Prepare a question to begin with", questions > 0 ? 0 : 20),
            new Missing("target", "Set your own target", hasTarget ? 0 : 15),
            new Missing("agenda", "Note the agenda", hasAgenda ? 0 : 15),
        }.Where(m => m.Points > 0).OrderByDescending(m => m.Points).ToList();
        return new(100 - missing.Sum(m => m.Points), missing);
    }
}
