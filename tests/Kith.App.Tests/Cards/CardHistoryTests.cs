using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Cards;
using Kith.Domain;
using Kith.History;
using Kith.People;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Cards;

/// <summary>Giving cards, what comes back on them, and what becomes of both when people are merged, erased or an act is taken back.</summary>
public sealed class CardHistoryTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Giving_a_card_to_somebody_is_an_exchange_that_wants_a_follow_up(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");

        var given = await desk.Give(await desk.Card(), ana);

        var exchange = await desk.World.Ask(db => db.Exchanges.SingleAsync(Ct));
        (exchange.PersonId, exchange.Tactic, exchange.On).ShouldBe((ana, Tactic.CardGiven, desk.Today));
        var loop = await desk.World.Ask(db => db.Loops.SingleAsync(Ct));
        (loop.Id, loop.Kind, loop.State, loop.ExchangeId, loop.PersonId).ShouldBe((given.Loop!.Value, LoopKind.FollowUp, LoopState.Open, exchange.Id, ana));

        await desk.Undo(given.Batch);

        (await desk.World.Ask(db => db.HandOuts.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Exchanges.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Loops.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Taking_back_a_card_that_was_opened_takes_its_visits_along(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var given = await desk.Give(await desk.Card(), await desk.Person("Ana Kovač"));
        await desk.Visited(given, VisitKind.Opened, VisitKind.Saved);

        await desk.Undo(given.Batch);

        (await Left(desk)).ShouldBe((0, 0, 0, 0));
    }

    [Theory, OnBothDatabases]
    public async Task Taking_back_a_card_that_was_answered_leaves_it_with_its_exchange_and_follow_up(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var given = await desk.Give(await desk.Card(), await desk.Person("Ana Kovač"));
        await desk.Visited(given, VisitKind.Opened, VisitKind.WroteBack);
        await desk.Replied(given, "Ana Kovač");

        await desk.Undo(given.Batch);

        (await Left(desk)).ShouldBe((1, 2, 1, 1), "what she wrote is not lost, nor the follow-up of the exchange");
    }

    [Theory, OnBothDatabases]
    public async Task A_sign_that_anybody_may_scan_is_nobodys_exchange(Database database)
    {
        await using var desk = await Desk.Of(product, database);

        var given = await desk.Give(await desk.Card(), label: "Badge at DataConf");

        given.Loop.ShouldBeNull();
        (await desk.World.Ask(db => db.Exchanges.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.HandOuts.Select(h => h.Label).SingleAsync(Ct))).ShouldBe("Badge at DataConf");
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_given_is_refused(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var card = await desk.Card();
        await desk.Ask((db, clock, _) => SaveCard.Withdraw(card, true, db, clock, Ct));

        (await Refused(() => desk.Give(card))).ShouldBe("card.withdrawn");
        (await Refused(() => desk.Give(Ids.New(desk.World.Clock)))).ShouldBe("card.unknown");
        (await Refused(() => desk.Give(card, on: desk.Today.AddDays(1)))).ShouldBe("exchange.future");
        (await desk.World.Ask(db => db.HandOuts.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_photo_is_told_by_its_bytes_and_must_leave_the_page_small(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[100]];

        (await Refused(() => desk.Card(photo: "<svg onload=alert(1)>"u8.ToArray()))).ShouldBe("card.photo-kind");
        (await Refused(() => desk.Card(photo: [0xFF, 0xD8, 0xFF, .. new byte[Card.MostPhotoBytes]]))).ShouldBe("card.photo-large");
        var card = await desk.Card(photo: png);

        (await desk.World.Ask(db => db.Cards.Select(c => c.PhotoType).SingleAsync(Ct))).ShouldBe("image/png");
        await desk.Ask((db, clock, _) => SaveCard.Handle(new("Recruiters", "Ada Harbor", RemovePhoto: true, Card: card), db, clock, Ct));
        (await desk.World.Ask(db => db.Cards.Select(c => c.Photo).SingleAsync(Ct))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Accepting_a_reply_makes_a_person_with_a_card_received_and_can_be_taken_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var reply = await desk.Replied(await desk.Give(await desk.Card(), label: "Badge"), "Ben Okafor", "ben@harbor.example");

        var done = await desk.Ask((db, clock, _) => AnswerReply.Handle(new(reply, true), db, clock, Ct));

        (await desk.World.Ask(db => db.People.Select(p => p.FullName).SingleAsync(Ct))).ShouldBe("Ben Okafor");
        (await desk.World.Ask(db => db.Emails.Select(e => e.Value).SingleAsync(Ct))).ShouldBe("ben@harbor.example");
        (await desk.World.Ask(db => db.Exchanges.Select(e => e.Tactic).SingleAsync(Ct))).ShouldBe(Tactic.CardReceived);
        (await State(desk)).ShouldBe((ReplyState.Accepted, done.Person));
        (await Refused(() => desk.Ask((db, clock, _) => AnswerReply.Handle(new(reply, false), db, clock, Ct)))).ShouldBe("cardreply.done");

        await desk.Undo(done.Batch);

        (await desk.World.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Exchanges.CountAsync(Ct))).ShouldBe(0);
        (await State(desk)).ShouldBe((ReplyState.New, null));
    }

    [Theory, OnBothDatabases]
    public async Task A_dismissed_reply_leaves_nothing_behind(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var reply = await desk.Replied(await desk.Give(await desk.Card(), label: "Badge"), "Ben Okafor");

        await desk.Ask((db, clock, _) => AnswerReply.Handle(new(reply, false), db, clock, Ct));

        (await desk.World.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);
        (await State(desk)).ShouldBe((ReplyState.Dismissed, null));
        (await desk.Ask((db, clock, _) => ListCards.Handle(1, db, clock, Ct))).Replies.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_reply_joins_whom_the_card_was_given_to_unless_the_user_says_it_is_somebody_else(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        var given = await desk.Give(await desk.Card(), ana);
        var (hers, passedOn) = (await desk.Replied(given, "A. Kovač"), await desk.Replied(given, "Ben Okafor"));

        var joined = await desk.Ask((db, clock, _) => AnswerReply.Handle(new(hers, true), db, clock, Ct));
        var other = await desk.Ask((db, clock, _) => AnswerReply.Handle(new(passedOn, true, IsSomebodyElse: true), db, clock, Ct));

        joined.Person.ShouldBe(ana);
        (await desk.World.Ask(db => db.People.OrderBy(p => p.Id).Select(p => p.FullName).ToListAsync(Ct))).ShouldBe(["Ana Kovač", "Ben Okafor"]);
        (await desk.World.Ask(db => db.HandOuts.Select(h => h.PersonId).SingleAsync(Ct))).ShouldBe(ana, "the card was given to her whoever wrote on it");
        other.Person.ShouldNotBe(ana);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_counted_is_given_opened_saved_came_back_and_received(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var card = await desk.Card();
        var (opened, silent) = (await desk.Give(card, await desk.Person("Ana Kovač")), await desk.Give(card, label: "Sign"));
        await desk.Visited(opened, VisitKind.Opened, VisitKind.Opened, VisitKind.Saved, VisitKind.WroteBack);
        await desk.Ask((db, clock, _) => ReceiveCard.Handle(new("Ben Okafor"), db, clock, Ct));

        var list = await desk.Ask((db, clock, _) => ListCards.Handle(1, db, clock, Ct));

        var variant = list.Cards.Single();
        (variant.Given, variant.Opened, variant.Saved, variant.CameBack, list.Received).ShouldBe((2, 1, 1, 1, 1));
        list.HandOuts.Single(h => h.Id == opened.HandOut).Openings.ShouldBe(2);
        list.HandOuts.Single(h => h.Id == silent.HandOut).Opened.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_merge_carries_hand_outs_and_replies_along(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, annie) = (await desk.Person("Ana Kovač"), await desk.Person("Annie Kovac"));
        var given = await desk.Give(await desk.Card(), annie);
        var reply = await desk.Replied(given, "Annie");
        await desk.Ask((db, clock, _) => AnswerReply.Handle(new(reply, true), db, clock, Ct));

        await desk.Ask((db, _, _) => MergePeople.Handle(new(ana, [annie]), db, Ct));

        (await desk.World.Ask(db => db.HandOuts.Select(h => h.PersonId).SingleAsync(Ct))).ShouldBe(ana);
        (await State(desk)).ShouldBe((ReplyState.Accepted, ana));
        (await desk.World.Ask(db => db.Loops.CountAsync(l => l.PersonId == ana, Ct))).ShouldBe(2, "one for the card given, one for the card received");
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_somebody_erases_what_they_wrote_on_a_card(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        var card = await desk.Card();
        var given = await desk.Give(card, ana);
        await desk.Visited(given, VisitKind.Opened);
        await desk.Replied(given, "Ana");
        var sign = await desk.Replied(await desk.Give(card, label: "Sign"), "Ana Kovač");
        await desk.Ask((db, clock, _) => AnswerReply.Handle(new(sign, true), db, clock, Ct));

        await desk.Ask((db, clock, _) => TrashPeople.Handle(new([ana]), db, clock, Ct));
        await desk.Ask((db, _, _) => EraseForGood.Handle(ana, db, Ct));

        (await desk.World.Ask(db => db.HandOuts.Select(h => h.Label).ToListAsync(Ct))).ShouldBe(["Sign"], "that one was given to nobody in particular");
        (await desk.World.Ask(db => db.CardReplies.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.CardVisits.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Cards.CountAsync(Ct))).ShouldBe(1);
        (await desk.World.Ask(db => db.Changes.CountAsync(c => EF.Functions.Like(c.After!, "%Kova%") || EF.Functions.Like(c.Before!, "%Kova%"), Ct))).ShouldBe(0, "nor does the history remember");
        (await desk.World.Ask(db => db.Batches.CountAsync(b => b.Title.Contains("Kova"), Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_card_received_joins_whom_its_address_names_and_is_not_noted_twice(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var first = await desk.Ask((db, clock, _) => ReceiveCard.Handle(new("Ben Okafor", "Head of Data", "Harbor & Finch", "ben@harbor.example", "+44 20 7946 0123"), db, clock, Ct));

        var second = await desk.Ask((db, clock, _) => ReceiveCard.Handle(new("B. Okafor", "Head of Data", "harbor & finch", "ben@harbor.example", "+44 20 7946 0123"), db, clock, Ct));

        (first.IsNew, second.IsNew, second.Person).ShouldBe((true, false, first.Person));
        (await desk.World.Ask(db => db.Positions.CountAsync(Ct))).ShouldBe(1);
        (await desk.World.Ask(db => db.Phones.CountAsync(Ct))).ShouldBe(1);
        (await desk.World.Ask(db => db.Organisations.CountAsync(Ct))).ShouldBe(1);
        (await desk.World.Ask(db => db.Loops.CountAsync(l => l.State == LoopState.Open, Ct))).ShouldBe(2, "two cards, two exchanges");
    }

    [Theory, OnBothDatabases]
    public async Task On_the_command_line_a_card_is_given_listed_and_a_reply_taken_in(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Card();
        await desk.Person("Ana Kovač");

        (await desk.World.Run("card", "give", "recruiters", "--to", "Ana Kovač")).Output.ShouldContain("/c/");
        var handOut = await desk.World.Ask(db => db.HandOuts.Select(h => new { h.Id, h.Token }).SingleAsync(Ct));
        var reply = await desk.Replied(new(handOut.Id, $"/c/{handOut.Token}", null, "", Guid.Empty), "Ana Kovač", "ana@zagora.example");
        (await desk.World.Run("card")).Output.ShouldContain("1 given, 0 opened, 0 saved, 0 came back");

        (await desk.World.Run("card", "reply", reply.ToString())).Exit.ShouldBe(0);

        (await State(desk)).State.ShouldBe(ReplyState.Accepted);
        (await desk.World.Run("card", "give", "nothing")).Error.ShouldContain("There is no card called nothing");
    }

    private static Task<(int HandOuts, int Visits, int Exchanges, int Loops)> Left(Desk desk) => desk.World.Ask(async db =>
        (await db.HandOuts.CountAsync(Ct), await db.CardVisits.CountAsync(Ct), await db.Exchanges.CountAsync(Ct), await db.Loops.CountAsync(Ct)));

    private static async Task<(ReplyState State, Guid? Person)> State(Desk desk)
    {
        var reply = await desk.World.Ask(db => db.CardReplies.SingleAsync(Ct));
        return (reply.State, reply.PersonId);
    }

    private static async Task<string> Refused<T>(Func<Task<T>> act) => (await Should.ThrowAsync<RefusedException>(act)).Code;
}
