using Kith.Domain;
using Kith.Domain.Ranking;
using Kith.Shared.Ui;

namespace Kith.Today;

/// <summary>How Today puts things.</summary>
internal static class ActionWords
{
    internal static string Verb(ActionKind action, string who) => action switch
    {
        ActionKind.KeepPromise => $"Keep your promise to {who}",
        ActionKind.Thank => $"Thank {who}",
        ActionKind.ReportBack => $"Tell {who} what came of it",
        ActionKind.ChasePromise => $"Remind {who} of what they offered",
        ActionKind.FollowUp => $"Follow up with {who}",
        ActionKind.ReachOut => $"Write to {who}",
        _ => $"Get back in touch with {who}",
    };

    /// <summary>The kind of action as a noun.</summary>
    internal static string Kind(ActionKind action) => action switch
    {
        ActionKind.Thank => "Thank-yous",
        ActionKind.ReportBack => "Reports of what came of it",
        ActionKind.ChasePromise => "Reminders of what they offered",
        ActionKind.FollowUp => "Follow-ups",
        ActionKind.ReachOut => "First letters to people at your targets",
        _ => "Keeping in touch",
    };

    /// <summary>The button that says it is done.</summary>
    internal static string Done(ActionKind action) => action switch
    {
        ActionKind.KeepPromise => "Kept",
        ActionKind.Thank => "Thanked",
        ActionKind.ChasePromise => "Settled",
        _ => "Done",
    };

    internal static string Note(ActionKind action) => action switch
    {
        ActionKind.KeepPromise => "What you sent or did",
        ActionKind.ChasePromise => "What came of it",
        _ => "One line to remember it by",
    };

    internal static string Loop(LoopKind kind) => kind switch
    {
        LoopKind.PromiseByMe => "You promised",
        LoopKind.PromiseByThem => "They promised",
        LoopKind.Thank => "A thank-you is open",
        LoopKind.ReportBack => "They would like to hear what came of it",
        _ => "A follow-up is open",
    };

    /// <summary>The first letter as a sentence begins.</summary>
    internal static string Begin(string text) => text.Length == 0 ? text : char.ToUpper(text[0], System.Globalization.CultureInfo.CurrentCulture) + text[1..];

    internal static string Things(int count) => count switch
    {
        1 => "One thing",
        2 => "Two things",
        3 => "Three things",
        4 => "Four things",
        5 => "Five things",
        6 => "Six things",
        7 => "Seven things",
        _ => $"{count} things",
    };

    internal static IReadOnlyList<Choice> Channels(Channel chosen) =>
    [
        new("Mail", "Mail", chosen == Channel.Mail, Glyph.Mail),
        new("Message", "Message", chosen is Channel.Message or Channel.Reaction or Channel.Recommendation, Glyph.Message),
        new("Call", "Call", chosen == Channel.Call, Glyph.Call),
        new("Meeting", "Meeting", chosen == Channel.Meeting, Glyph.Meeting),
        new("Event", "Event", chosen == Channel.Event, Glyph.Event),
    ];

    internal static IReadOnlyList<Choice> Directions(Direction chosen) =>
    [
        new("Out", "I did", chosen == Direction.Out),
        new("In", "They did", chosen == Direction.In),
        new("Both", "Both of us", chosen == Direction.Both),
    ];

    internal static readonly IReadOnlyList<string> Reasons = ["No longer relevant", Learn.DoneElsewhere, Learn.WrongPerson, "I do not want to"];
}
