using System.CommandLine;
using Kith.Domain.Attribution;
using Kith.Goals;
using Kith.Insights;
using Kith.Insights.Pictures;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith insights [--from D] [--to D]</c></summary>
internal static class InsightsVerb
{
    private static readonly Option<DateOnly?> From = new("--from") { Description = "The first day that counts (YYYY-MM-DD)", HelpName = "DAY" };

    private static readonly Option<DateOnly?> To = new("--to") { Description = "The last day that counts (YYYY-MM-DD)", HelpName = "DAY" };

    private static readonly Option<CreditRule?> Credit = new("--credit")
    {
        Description = "How the credit for an outcome is shared (default: position-weighted)",
        HelpName = Verb.Words<CreditRule>(),
        CustomParser = Verb.Word<CreditRule>(),
    };

    internal static Command Build(Surroundings here) =>
        new Command("insights", "What the history says: follow-up, funnel, tactics, attribution, portfolio, homework, each with its n") { From, To, Credit }.Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var shown = await ShowInsights.Handle(new(parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Credit) ?? CreditRule.PositionWeighted), session.Db, session.Clock, ct);
        var told = Told.Of(shown);
        var forecast = await ForecastGoal.Handle(new(), session.Db, session.Clock, ct);
        return session.Terminal.Answer(
            new { followUp = told.FollowUps, told.Funnel, told.Pipeline, told.Tactics, told.Attribution, told.Portfolio, told.Homework, forecast },
            console =>
            {
                foreach (var picture in Gallery.Of(shown, session.Clock.Today))
                    console.WriteLine(Terminal.Plain(picture.Says));
                foreach (var tactic in shown.Tactics)
                    console.WriteLine(Terminal.Plain($"  {Json.Word(tactic.Tactic)}: {tactic.Conversed.Text} led to a conversation; credit for {Words.Number(tactic.Interviews)} interviews, {Words.Number(tactic.Offers)} offers"));
            });
    }
}
