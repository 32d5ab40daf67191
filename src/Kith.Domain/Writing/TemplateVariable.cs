namespace Kith.Domain.Writing;

/// <summary>Something a template can name: <c>{{ first_name }}</c>.</summary>
/// <param name="Name">As it stands in a template.</param>
/// <param name="Meaning">What it holds, in a few words.</param>
/// <param name="Example">What it holds for an invented person, for previews.</param>
public sealed record TemplateVariable(string Name, string Meaning, string Example)
{
    /// <summary>Every variable there is.</summary>
    public static readonly IReadOnlyList<TemplateVariable> All =
    [
        new("first_name", "How they are called", "Ana"),
        new("name", "Their whole name", "Ana Example"),
        new("title", "What they do", "Head of Planning"),
        new("organisation", "Where they work", "Harbor & Finch"),
        new("connection", "How you are connected, as a sentence without its full stop", "We met at DataConf"),
        new("event", "The event at which you met", "DataConf"),
        new("common", "What you have in common", "You both studied at Delta University"),
        new("cares", "What they care about", "Quiet quays at night"),
        new("last_topic", "What your last contact was about", "planning berths by forecast"),
        new("question", "Your first open question to them", "Which change will matter most in your field?"),
        new("ask", "What you ask for, from the brief", "Whom should I hear before I decide?"),
        new("bring", "What you bring, from the brief", "Cut the waiting time at a terminal by 12 per cent"),
        new("outcome", "What came of the introduction", "Gus showed me the night yard and will call me in May"),
        new("promise", "What was promised", "the article on berth planning"),
        new("connector", "Who introduces you, or introduced you", "Ben Sample"),
        new("other", "Whom you want to be introduced to", "Gus Example"),
        new("why", "Why you want the introduction", "Gus plans the yards I want to learn about."),
        new("pass_on", "The text to pass on", "Robin works on forecasts for ports and would value half an hour with you."),
        new("opening", "The opportunity it is about", "Planner, night yard"),
        new("role", "The kind of role you look for", "Head of data"),
        new("field", "The field of your goal", "port logistics"),
        new("me", "Your own name", "Robin Sample"),
        new("my_title", "What you do", "Senior Data Analyst"),
        new("my_organisation", "Where you work", "Westerplas"),
    ];

    /// <summary>True when a template can name it.</summary>
    public static bool Knows(string name) => All.Any(v => v.Name == name);
}

/// <summary>The mark that stands in a text where a variable has no value: whoever reads it sees what to fill in, and nothing is handed over with one in it.</summary>
public static class Gap
{
    private const char Opens = '⟦';
    private const char Closes = '⟧';

    /// <summary>The mark for a variable.</summary>
    public static string Mark(string variable) => $"{Opens}{variable}{Closes}";

    /// <summary>The variables whose marks stand in a text, each once.</summary>
    public static IReadOnlyList<string> In(string? text)
    {
        var found = new List<string>();
        for (var from = text?.IndexOf(Opens) ?? -1; from >= 0; from = text!.IndexOf(Opens, from + 1))
            if (text!.IndexOf(Closes, from) is var to && to > from)
                found.Add(text[(from + 1)..to]);
        return [.. found.Distinct()];
    }

    /// <summary>Refuses to hand over a text in which something is still to be filled in.</summary>
    public static void Refuse(params string?[] texts)
    {
        var open = texts.SelectMany(In).Distinct().ToList();
        if (open.Count > 0)
            throw new RefusedException("message.gap", $"Fill in {string.Join(", ", open.Select(Mark))} first: what is in these brackets is not known yet.");
    }
}
