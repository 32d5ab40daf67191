using System.CommandLine;
using Kith.Domain;
using Kith.Landing;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith landing</c>: the ritual after an offer was accepted, and the story of the search.</summary>
internal static class LandingVerb
{
    private static readonly Option<Guid?> Which = new("--opportunity") { Description = "Id of the accepted opportunity; the latest by default", HelpName = "ID" };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("landing", "Show who had a part in what you accepted, and the story of the search") { Which }.Does(here, Show);
        command.Add(new Command("thank", "Open a thank-you to everybody in the chain, and a report to each connector") { Which }.Does(here, Thank));
        return command;
    }

    private static async Task<int> Show(Session session, ParseResult parsed, CancellationToken ct)
    {
        var shown = await ShowLanding.Handle(parsed.GetValue(Which), session.Db, session.Clock, ct);
        var story = await TellStory.Handle(parsed.GetValue(Which), session.Db, session.Clock, ct);
        return session.Terminal.Answer(new { shown.Opportunity, shown.Chain, shown.Keep, shown.Criteria, shown.Checks, Story = story }, console =>
        {
            if (shown.Opportunity is not { } it || story is null)
            {
                console.WriteLine("Nothing is accepted yet; move an opportunity there with: kith opportunity move OPPORTUNITY accepted");
                return;
            }
            console.WriteLine(Terminal.Plain($"{it.Title}{(it.Organisation is null ? "" : $", {it.Organisation}")}, accepted on {it.On:yyyy-MM-dd}"));
            foreach (var member in shown.Chain)
                console.WriteLine(Terminal.Plain($"  {member.Name}: {member.Why}; {(member.Thanked == ShowLanding.Told.Done ? "thanked" : "not thanked yet")}"));
            console.WriteLine($"{story.Weeks} weeks, {story.People} people met, {story.Conversations} conversations, {story.Made} of {story.Asked} introductions made, {story.Opportunities} opportunities, {story.Offers} offers");
        });
    }

    private static async Task<int> Thank(Session session, ParseResult parsed, CancellationToken ct)
    {
        var shown = await ShowLanding.Handle(parsed.GetValue(Which), session.Db, session.Clock, ct);
        var it = shown.Opportunity ?? throw new RefusedException("landing.none", "Nothing is accepted yet.");
        var done = await CloseSearch.Thank(new(it.Id), session.Db, session.Clock, ct);
        return session.Terminal.Answer(done, console => console.WriteLine(Terminal.Plain(done.Batch is null ? $"{done.Title}." : $"{done.Title}: {done.Count} opened. Take it back with: kith undo {done.Batch}")));
    }
}
