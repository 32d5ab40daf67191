namespace Kith.Domain.Paths;

/// <summary>What shows that two people know each other, and how likely the one would introduce somebody to the other.</summary>
/// <remarks>
/// The chances are judgement, not measurement: no public data tells who introduced whom. They only have to order ways of knowing sensibly: a
/// stated tie before a small meeting, a small meeting before a mail to many, and both before the same employer. See docs/engines.md.
/// </remarks>
public sealed record Bond
{
    private const double StatedChance = 0.5;
    private const double MeetingChance = 0.25;
    private const double MailChance = 0.1;
    private const double EmployerChance = 0.3;
    private const double MonthsToKnow = 24;

    /// <summary>The least chance with somebody the user has met at all.</summary>
    public const double MetChance = 0.03;

    /// <summary>Somebody stated that they know each other.</summary>
    public bool IsStated { get; set; }

    /// <summary>What the one is to the other, where it was stated.</summary>
    public string? Kind { get; set; }

    /// <summary>Meetings both took part in.</summary>
    public int Meetings { get; set; }

    /// <summary>Conversations by mail that both were part of.</summary>
    public int Mails { get; set; }

    /// <summary>Sum over the meetings of 1 / (people in it - 1): a meeting of two is one, a meeting of eleven a tenth.</summary>
    public double MeetingShare { get; set; }

    /// <summary>The same sum over conversations by mail.</summary>
    public double MailShare { get; set; }

    /// <summary>Name of the organisation where both were at the same time.</summary>
    public string? Organisation { get; set; }

    /// <summary>Months that both were there, of the longest such time.</summary>
    public int MonthsTogether { get; set; }

    /// <summary>People the user knows there; among many it says less that two were there.</summary>
    public int PeopleThere { get; set; }

    /// <summary>The chance (0-1) that each kind of evidence alone would give, put together as if independent: 1 - product of (1 - chance).</summary>
    public double Reach()
    {
        var fails = IsStated ? 1 - StatedChance : 1;
        fails *= Math.Exp(-MeetingChance * MeetingShare) * Math.Exp(-MailChance * MailShare);
        if (Organisation is not null)
            fails *= 1 - (EmployerChance * Math.Min(1, MonthsTogether / MonthsToKnow) / Math.Sqrt(Math.Max(1, PeopleThere - 1)));
        return 1 - fails;
    }

    /// <summary>The evidence in words, the plainest first.</summary>
    public IReadOnlyList<string> Say()
    {
        var said = new List<string>();
        if (IsStated)
            said.Add(Kind is null ? "they know each other" : $"they know each other ({Kind})");
        if (Meetings > 0)
            said.Add(Meetings == 1 ? "both were in one meeting with you" : $"both were in {Meetings} meetings with you");
        if (Mails > 0)
            said.Add(Mails == 1 ? "both were in one conversation by mail" : $"both were in {Mails} conversations by mail");
        if (Organisation is not null)
            said.Add($"both were at {Organisation} for {Spans.Days(MonthsTogether * 30)}");
        return said;
    }
}
