using System.Globalization;
using Kith.Domain;
using Kith.Domain.Funnel;
using Kith.Domain.Strength;

namespace Kith.Insights.Pictures;

/// <summary>The words of the pictures.</summary>
internal static class Words
{
    internal static string Of(Tactic? tactic) => tactic switch
    {
        Tactic.CardGiven => "Card given",
        Tactic.CardReceived => "Card received",
        Tactic.EventMet => "Met at an event",
        Tactic.LinkedInConnection => "LinkedIn connection",
        Tactic.Introduction => "Introduction",
        Tactic.Referral => "Referral",
        Tactic.ColdMessage => "Cold message",
        Tactic.Reconnect => "Reconnected",
        _ => "Not noted",
    };

    internal static string Of(Stage stage) => stage.ToString();

    /// <summary>A tactic within a sentence; a name keeps its letters.</summary>
    internal static string Within(Tactic? tactic) => tactic == Tactic.LinkedInConnection ? Of(tactic) : Of(tactic).ToLowerInvariant();

    internal static string Hours(double hours) => hours < 72 ? $"{Number(Math.Round(hours))} hours" : $"{Number(Math.Round(hours / 24))} days";

    internal static string Days(WaitingTimes days) => days.Count == 0 ? "" : days.Median is { } median
        ? string.Create(CultureInfo.InvariantCulture, $"half within {median:0} {(median == 1 ? "day" : "days")}{Range(days.MedianInterval)}")
        : "not half have yet";

    internal static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    internal static string Number(double? number) => number is { } known ? Number(known) : "";

    internal static IReadOnlyList<string> Cells(Rate rate) =>
    [
        rate.Successes.ToString(CultureInfo.InvariantCulture), rate.Trials.ToString(CultureInfo.InvariantCulture), rate.Wilson() is var interval ? Number(interval.Low) : "", Number(interval.High),
    ];

    private static string Range((double? Low, double? High) interval) => interval switch
    {
        ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $" ({low:0}-{high:0})"),
        ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $" ({low:0} or more)"),
        _ => "",
    };
}
