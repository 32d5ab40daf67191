namespace Kith.Domain.Proving;

/// <summary>The words for evidence and showings, the same on every page.</summary>
public static class ProofWords
{
    /// <summary>The word for a kind of evidence.</summary>
    public static string Of(EvidenceKind kind) => kind == EvidenceKind.Work ? "Piece of work" : kind.ToString();

    /// <summary>How something was shown, as the end of a sentence.</summary>
    public static string Of(ShowingWay way) => way switch
    {
        ShowingWay.Message => "in a message",
        ShowingWay.Meeting => "in a meeting",
        ShowingWay.Call => "on the phone",
        ShowingWay.CardVisit => "on your card",
        _ => "at an event",
    };

    /// <summary>The way in which something was shown in a contact over that channel.</summary>
    public static ShowingWay WayOf(Channel channel) => channel switch
    {
        Channel.Meeting => ShowingWay.Meeting,
        Channel.Call => ShowingWay.Call,
        Channel.Event => ShowingWay.Event,
        _ => ShowingWay.Message,
    };

    /// <summary>The contact that showing something is, where it is one: a message goes out, a talk goes both ways, a visit of a card is none.</summary>
    public static (Channel Channel, Direction Direction)? ContactOf(ShowingWay way) => way switch
    {
        ShowingWay.Message => (Channel.Mail, Direction.Out),
        ShowingWay.Meeting => (Channel.Meeting, Direction.Both),
        ShowingWay.Call => (Channel.Call, Direction.Both),
        ShowingWay.Event => (Channel.Event, Direction.Both),
        _ => null,
    };
}
