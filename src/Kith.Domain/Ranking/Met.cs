namespace Kith.Domain.Ranking;

/// <summary>How two people came to know each other, as one clause.</summary>
public static class Met
{
    /// <summary>"you gave your card", "you connected on LinkedIn".</summary>
    public static string By(Tactic? tactic) => tactic switch
    {
        Tactic.CardGiven => "you gave your card",
        Tactic.CardReceived => "you got their card",
        Tactic.EventMet => "you met",
        Tactic.LinkedInConnection => "you connected on LinkedIn",
        Tactic.Introduction => "you were introduced",
        Tactic.Referral => "you were referred",
        Tactic.ColdMessage => "you wrote for the first time",
        Tactic.Reconnect => "you were back in touch",
        _ => "you met",
    };
}
