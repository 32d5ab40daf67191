using Kith.Domain;
using Kith.Domain.Strength;

namespace Kith.Benchmarks.Market;

/// <summary>A person of the market: what is true of them, which no order sees, and what the user has seen, which every order does.</summary>
internal sealed class Somebody(long number, int? motivation, bool decides, bool seemsToDecide, double disposition, double closeness, int mutual)
{
    internal long Number => number;

    internal Guid Id { get; } = new((int)(number >> 32), unchecked((short)(number >> 16)), unchecked((short)number), [0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>How much the organisation is wanted, 0-3; null at no target.</summary>
    internal int? Motivation => motivation;

    internal bool Decides => decides;

    /// <summary>What the title says, which is not always true.</summary>
    internal bool SeemsToDecide => seemsToDecide;

    /// <summary>Readiness to answer, mean 1 over all people.</summary>
    internal double Disposition => disposition;

    internal int Mutual => mutual;

    /// <summary>0-1; grows with every conversation.</summary>
    internal double Closeness { get; set; } = closeness;

    /// <summary>What thanks, kept and broken promises made of it, 0.3-2.</summary>
    internal double Trust { get; private set; } = 1;

    /// <summary>The exchange that nobody has followed up, or null.</summary>
    internal int? FollowUp { get; set; }

    /// <summary>Open loops beside the follow-up, with the day they are due.</summary>
    internal Dictionary<LoopKind, int> Due { get; } = [];

    internal List<int> Unanswered { get; } = [];

    internal int Requests { get; set; }

    internal int Talks { get; set; }

    /// <summary>How many people they introduced.</summary>
    internal int Brought { get; set; }

    internal int? LastContact { get; private set; }

    /// <summary>Unix seconds of all contacts, negative for what came in.</summary>
    internal List<long> Times { get; } = [];

    internal List<Contact> History { get; } = [];

    internal TieHistory Tie { get; } = new();

    internal void Judge(double factor) => Trust = Math.Clamp(Trust * factor, 0.3, 2);

    internal void Contact(int day, Channel channel, Direction direction)
    {
        var contact = new Contact(Search.At(day), channel, direction);
        History.Add(contact);
        Tie.Add(contact);
        var seconds = new DateTimeOffset(contact.At).ToUnixTimeSeconds();
        if (direction != Direction.In)
            Times.Add(seconds);
        if (direction != Direction.Out)
            Times.Add(-seconds);
        LastContact = Math.Max(LastContact ?? day, day);
    }
}
