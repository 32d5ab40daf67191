using Kith.Domain;

namespace Kith.Sample;

/// <summary>What people of the sample network say, write, promise and find out.</summary>
internal static class Lines
{
    internal static readonly string[] Topics =
    [
        "demand forecasting", "battery dispatch", "hiring a small data team", "the move to Rotterdam", "open weather data", "heat networks", "their new planning tool",
        "returning to work after leave", "grid congestion", "pricing for households", "teaching statistics", "the merger", "maintenance schedules", "electric buses",
    ];

    internal static readonly string[] Events =
    [
        "Energy Data Day", "Data Guild meetup", "Women in Watts breakfast", "Offshore Wind Forum", "Westerplas alumni evening", "Grid Hack weekend",
    ];

    internal static readonly string[] PromisesByMe =
    [
        "send the forecasting checklist", "introduce them to Femke at the Data Guild", "share the talk on battery dispatch", "return the book on heat networks", "read their draft and comment",
    ];

    internal static readonly string[] PromisesByThem =
    [
        "ask who leads the hiring", "send the job description", "forward my name to the planning team", "share the slides", "find a date for a visit",
    ];

    internal static readonly string[] Thanks = ["an hour of honest advice", "reading my portfolio", "the introduction", "the tip about the opening"];

    internal static readonly string[] Reports = ["tell how the talk with Harbor & Finch went", "tell that the course is done", "say what came of the introduction"];

    internal static readonly string[] Steps = ["second person at the same organisation", "one follow-up to the first mail", "last note, then let it rest"];

    internal static readonly string[] Notes = ["Knows everybody in {0}.", "Prefers a call to a mail. Ask about {0}.", "Two children, sails, cares about {0}."];

    internal static readonly string[] Decisions = ["moved abroad", "not a fit after all", "they asked for peace until summer", "lost interest"];

    internal static readonly string[] AboutFirms =
    [
        "Opened a second office in Rotterdam", "Published a study on {0}", "Looks for a head of analytics next year", "Won an award for {0}",
        "Moved their planning to an open model", "Hired four people for {0} this spring",
    ];

    internal static readonly string[] AboutPeople =
    [
        "Published a study on {0}", "Speaks at the next Energy Data Day", "Won an award for {0}", "Wrote a long piece on {0}", "Grew up in a lighthouse",
    ];

    private static readonly string[] Meetings =
    [
        "Coffee; talked about {0}.", "Lunch near the station. They asked how we handle {0}.", "Walk along the harbour, mostly about {0}.", "Visited their office; saw the team for {0}.",
    ];

    private static readonly string[] Calls =
    [
        "Half an hour on {0}; they know the people behind it.", "Quick call: {0}, and who else to ask.", "They rang about {0}.", "Video call. Clear advice on {0}.",
    ];

    private static readonly string[] Written =
    [
        "Asked about {0}.", "An article on {0}, with two lines why.", "Thanks, and a question on {0}.", "News about {0}.", "Short hello; {0} came up at work.", "Congratulated on the new role.",
    ];

    internal static string About(Channel channel, Random dice) => channel switch
    {
        Channel.Meeting => Say(Meetings, dice),
        Channel.Call => Say(Calls, dice),
        Channel.Event => $"Talked at the {Pick(Events, dice)} about {Pick(Topics, dice)}.",
        Channel.Reaction => $"A comment on a post about {Pick(Topics, dice)}.",
        Channel.Recommendation => "\"Robin turns a muddle of numbers into a decision people can stand behind, and is a pleasure to work with.\"",
        _ => Say(Written, dice),
    };

    internal static string Say(string[] lines, Random dice) => Pick(lines, dice).Replace("{0}", Pick(Topics, dice), StringComparison.Ordinal);

    internal static T Pick<T>(IReadOnlyList<T> choices, Random dice) => choices[dice.Next(choices.Count)];
}
