using System.CommandLine;
using System.Globalization;
using Kith.Cards;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith card</c>: the variants, what was given out, what came back.</summary>
internal static class CardVerb
{
    private static readonly Argument<string> Variant = new("CARD") { Description = "Name of the variant, or its id" };

    private static readonly Option<string?> To = new("--to") { Description = "To whom", HelpName = "PERSON" };

    private static readonly Option<string?> Label = new("--label") { Description = "What you call a code that anybody may scan", HelpName = "TEXT" };

    private static readonly Argument<Guid> Reply = new("ID") { Description = "Id of the reply, as kith card --json gives it" };

    private static readonly Option<bool> Dismiss = new("--dismiss") { Description = "Dismiss it instead of taking it in" };

    private static readonly Option<bool> New = new("--new") { Description = "It is somebody else than the one the card was given to" };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("card", "List your cards, what was given out and what came back").Does(here, Each);
        command.Add(new Command("give", "Give a card out; prints the path of its address") { Variant, To, Label }.Does(here, Give));
        command.Add(new Command("reply", "Take in what somebody wrote on your card, or dismiss it") { Reply, Dismiss, New }.Does(here, Answer));
        return command;
    }

    private static async Task<int> Each(Session session, ParseResult parsed, CancellationToken ct)
    {
        var list = await ListCards.Handle(1, session.Db, session.Clock, ct);
        return session.Terminal.Answer(list, console =>
        {
            if (list.Cards.Count == 0)
                console.WriteLine("No card yet; make one under Cards in the application.");
            foreach (var card in list.Cards)
                console.WriteLine(Terminal.Plain($"{card.Id}  {card.Name}{(card.IsWithdrawn ? " (withdrawn)" : "")}: {card.Given} given, {card.Opened} opened, {card.Saved} saved, {card.CameBack} came back"));
            foreach (var reply in list.Replies)
                console.WriteLine(Terminal.Plain($"{reply.Id}  {reply.Name}{(reply.Email is { } address ? $" <{address}>" : "")} gave theirs on {reply.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
            console.WriteLine($"{list.Received} received");
        });
    }

    private static async Task<int> Give(Session session, ParseResult parsed, CancellationToken ct)
    {
        var words = parsed.GetRequiredValue(Variant);
        var cards = await session.Db.Cards.AsNoTracking().Select(c => new { c.Id, c.Variant }).Take(100).ToListAsync(ct);
        var card = cards.Find(c => c.Id.ToString("D") == words || Folding.Fold(c.Variant) == Folding.Fold(words)) ?? throw new RefusedException("card.unknown", $"There is no card called {words}; kith card lists them.");
        Guid? person = parsed.GetValue(To) is { } who ? await PersonArgument.Find(session.Db, who, ct) : null;
        var given = await GiveCard.Handle(new(card.Id, person, Label: parsed.GetValue(Label), On: session.Clock.IsFixed ? session.Clock.Today : null), session.Db, session.Clock, ct);
        return session.Terminal.Answer(given, console => console.WriteLine(Terminal.Plain($"{given.Title}: {given.Path}")));
    }

    private static async Task<int> Answer(Session session, ParseResult parsed, CancellationToken ct)
    {
        var done = await AnswerReply.Handle(new(parsed.GetValue(Reply), !parsed.GetValue(Dismiss), IsSomebodyElse: parsed.GetValue(New)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(done, console => console.WriteLine(Terminal.Plain($"{done.Title}. Take it back with: kith undo {done.Batch}")));
    }
}
