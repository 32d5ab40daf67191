using Kith.Domain;
using Kith.Domain.Ratings;
using Kith.Shared.Ui;

namespace Kith.People;

/// <summary>The words and icons of channels, tactics and loops on these pages.</summary>
internal static class Words
{
    internal static string Of(LoopKind kind) => kind switch
    {
        LoopKind.FollowUp => "Follow up",
        LoopKind.Thank => "Say thank you",
        LoopKind.PromiseByMe => "You promised",
        LoopKind.PromiseByThem => "They promised",
        LoopKind.ReportBack => "Report back",
        _ => "Next message",
    };

    internal static string Closed(LoopKind kind, string? decision) => (kind, decision) switch
    {
        (LoopKind.PromiseByMe, CloseLoop.Kept) => "Kept your promise",
        (LoopKind.PromiseByThem, CloseLoop.Kept) => "They kept their promise",
        (_, not null) => $"Let go: {Of(kind).ToLowerInvariant()}",
        (LoopKind.FollowUp, _) => "Followed up",
        (LoopKind.Thank, _) => "Thanked",
        (LoopKind.ReportBack, _) => "Reported back",
        _ => $"Done: {Of(kind).ToLowerInvariant()}",
    };

    internal static string Of(Tactic tactic) => tactic switch
    {
        Tactic.CardGiven => "Gave a card",
        Tactic.CardReceived => "Got a card",
        Tactic.EventMet => "Met at an event",
        Tactic.LinkedInConnection => "Connected on LinkedIn",
        Tactic.Introduction => "Introduced",
        Tactic.Referral => "Referred",
        Tactic.ColdMessage => "Wrote out of the blue",
        _ => "Reconnected",
    };

    internal static string Of(Channel channel, Direction direction) => (channel, direction) switch
    {
        (Channel.Meeting, _) => "Met",
        (Channel.Call, Direction.In) => "They called",
        (Channel.Call, Direction.Out) => "You called",
        (Channel.Call, _) => "Talked on the phone",
        (Channel.Mail, Direction.In) => "Mail from them",
        (Channel.Mail, Direction.Out) => "Mail from you",
        (Channel.Mail, _) => "Mails both ways",
        (Channel.Message, Direction.In) => "Message from them",
        (Channel.Message, Direction.Out) => "Message from you",
        (Channel.Message, _) => "Messages both ways",
        (Channel.Event, _) => "Talked at an event",
        (Channel.Reaction, Direction.In) => "They reacted",
        (Channel.Reaction, _) => "You reacted",
        (Channel.Recommendation, Direction.In) => "They recommended you",
        (Channel.Recommendation, _) => "You recommended them",
        _ => channel.ToString(),
    };

    /// <summary>The ratings of an impression, whose digits are clarity, usefulness and warmth; 0 is not rated.</summary>
    internal static string? Rating(int digits)
    {
        (string Word, int Value)[] ratings = [("clear", digits / 100), ("useful", digits / 10 % 10), ("warm", digits % 10)];
        var said = ratings.Where(r => r.Value > 0).Select(r => $"{r.Word} {r.Value}").ToList();
        return said.Count == 0 ? null : $"{string.Join(", ", said)} of {Impression.Best}";
    }

    /// <summary>What is said after a contact was logged; after a conversation it asks how it went.</summary>
    internal static Toast AfterTalk(Toast said, Channel? channel, Direction direction, Guid person, Guid interaction) =>
        channel is { } way && Conversations.IsOne(way, direction) ? said with { Href = $"/people/{person}/impression?of={interaction}", HrefText = "How did it go?" } : said;

    internal static Glyph Icon(Moment moment) => moment switch
    {
        { Kind: "showing" } => Glyph.Showcase,
        { Kind: "impression" } => Glyph.Star,
        { Kind: "exchange", Tactic: Tactic.CardGiven or Tactic.CardReceived } => Glyph.Card,
        { Kind: "exchange", Tactic: Tactic.LinkedInConnection } => Glyph.Link,
        { Kind: "exchange", Tactic: Tactic.EventMet } => Glyph.Event,
        { Kind: "exchange" } => Glyph.People,
        { Kind: "finding" } => Glyph.Note,
        { Kind: "loop" } => Glyph.Check,
        { Channel: { } channel } => Icon(channel),
        _ => Glyph.Message,
    };

    internal static Glyph Icon(Channel channel) => channel switch
    {
        Channel.Meeting => Glyph.Meeting,
        Channel.Call => Glyph.Call,
        Channel.Mail => Glyph.Mail,
        Channel.Event => Glyph.Event,
        Channel.Recommendation => Glyph.Star,
        _ => Glyph.Message,
    };
}
