namespace Kith.Shared.Ui;

/// <summary>One entry of the navigation, with the key that follows <c>g</c>.</summary>
public sealed record Place(string Href, string Text, Glyph Icon, char? Key = null, bool Whole = false);

/// <summary>All entries of the navigation, in their order.</summary>
public static class Places
{
    /// <summary>The first page of the day.</summary>
    public static readonly Place Today = new("/", "Today", Glyph.Today, 't', Whole: true);

    /// <summary>Everybody the user knows.</summary>
    public static readonly Place People = new("/people", "People", Glyph.People, 'p');

    /// <summary>The pipeline.</summary>
    public static readonly Place Opportunities = new("/opportunities", "Opportunities", Glyph.Opportunity, 'u');

    /// <summary>Writes down an encounter in ten seconds.</summary>
    public static readonly Place Capture = new("/capture", "Capture", Glyph.Capture);

    /// <summary>On the phone: everything the bar has no room for.</summary>
    public static readonly Place More = new("/more", "More", Glyph.More);

    /// <summary>What is used daily.</summary>
    public static readonly IReadOnlyList<Place> Daily =
    [
        Today,
        People,
        new("/organisations", "Organisations", Glyph.Organisation, 'o'),
        new("/goal", "Goal", Glyph.Goal, 'g'),
        Opportunities,
        new("/showcase", "Showcase", Glyph.Showcase, 'w'),
        new("/events", "Events", Glyph.Event, 'e'),
        new("/cards", "Cards", Glyph.Card, 'c'),
        new("/introductions", "Introductions", Glyph.Link, 'n'),
        new("/sequences", "Sequences", Glyph.Clock, 'q'),
        new("/insights", "Insights", Glyph.Star, 'd'),
    ];

    /// <summary>What is used now and then.</summary>
    public static readonly IReadOnlyList<Place> Seldom =
    [
        new("/review", "Review", Glyph.Check, 'r'),
        new("/lamp", "LAMP list", Glyph.Star, 'l'),
        new("/audiences", "Audiences", Glyph.Tag, 'a'),
        new("/messages", "Messages", Glyph.Mail, 'm'),
        new("/impressions", "Impressions", Glyph.Meeting),
        new("/import", "Import", Glyph.Import, 'i'),
        new("/history", "History", Glyph.History, 'h'),
        new("/trash", "Trash", Glyph.Trash),
        new("/settings", "Settings", Glyph.Settings, 's'),
    ];
}
