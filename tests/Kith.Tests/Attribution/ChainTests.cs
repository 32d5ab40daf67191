using CsCheck;
using Kith.Domain;
using Kith.Domain.Attribution;

namespace Kith.Tests.Attribution;

public sealed class ChainTests
{
    private static readonly DateOnly First = new(2030, 1, 1);

    private static readonly Guid Opening = Id(99);

    // Met Ana at an event, Ana introduced Ben, Ben's colleague Cleo got a card and referred the user: all of it led to the offer.
    [Fact]
    public void The_chain_runs_from_the_event_over_introduction_and_referral_to_the_offer()
    {
        var (ana, ben, cleo, dora) = (Id(1), Id(2), Id(3), Id(4));
        var used = Lookup(
            new(Id(11), ana, Tactic.EventMet, Day(1), Id(50)), new(Id(12), ben, Tactic.Introduction, Day(10)), new(Id(13), cleo, Tactic.CardGiven, Day(20)),
            new(Id(14), ana, Tactic.CardGiven, Day(15)), new(Id(15), dora, Tactic.ColdMessage, Day(2)), new(Id(16), ben, Tactic.CardGiven, Day(60)));
        MadeIntroduction[] made =
        [
            new(Id(21), IntroductionKind.Introduction, ana, ben, null, Day(10)),
            new(Id(22), IntroductionKind.Referral, cleo, null, Opening, Day(30)),
            new(Id(23), IntroductionKind.Introduction, dora, ana, null, Day(12)),
        ];

        var chain = Chain.Of(Opening, [ben], Day(50), used, made);

        chain.Select(t => (t.On, t.Tactic, t.Person)).ShouldBe(
        [
            (Day(1), Tactic.EventMet, ana), (Day(10), Tactic.Introduction, ana), (Day(20), Tactic.CardGiven, cleo), (Day(30), Tactic.Referral, cleo),
        ], "what came after the introduction with its connector, and who introduced the connector later, led to nothing");
        chain[0].Event.ShouldBe(Id(50));
    }

    [Fact]
    public void Without_anybody_behind_it_nothing_is_known_to_have_led_there() =>
        Chain.Of(Opening, [], Day(9), Lookup(new Used(Id(1), Id(2), Tactic.EventMet, Day(1))), []).ShouldBeEmpty();

    [Fact]
    public void On_random_histories_it_is_what_a_plain_search_finds() =>
        Gen.Select(AnyUsed.Array[0, 25], AnyMade.Array[0, 12], Gen.Int[0, 5].Array[0, 3], Gen.Int[0, 60]).Sample((exchanges, introductions, people, until) =>
        {
            var used = exchanges.Index().Select(e => new Used(Id(1000 + e.Index), Id(e.Item.Person), e.Item.Tactic, e.Item.Day < 0 ? null : Day(e.Item.Day))).ToArray();
            var made = introductions.Index().Select(m => new MadeIntroduction(Id(2000 + m.Index), m.Item.Kind, Id(m.Item.Connector), m.Item.Other == m.Item.Connector ? null : Id(m.Item.Other), m.Item.IsFor ? Opening : null, Day(m.Item.Day))).ToArray();

            var chain = Chain.Of(Opening, people.Select(p => Id(p)), Day(until), Lookup(used), made);

            chain.Select(t => t.Id).ShouldBe(Plain(people.Select(p => Id(p)).ToHashSet(), Day(until), used, made), ignoreOrder: true);
            chain.ShouldBe(chain.OrderBy(t => t.On).ThenBy(t => t.Tactic).ThenBy(t => t.Id));
        });

    // Every walk from the opening backwards in time, tried one by one.
    private static List<Guid> Plain(HashSet<Guid> people, DateOnly until, Used[] used, MadeIntroduction[] made)
    {
        var (found, until_) = (new HashSet<Guid>(), new List<(Guid Person, DateOnly Day)>());
        foreach (var person in people)
            Walk(person, until);
        foreach (var link in made.Where(m => m.Opportunity == Opening && m.MadeOn <= until))
        {
            found.Add(link.Introduction);
            Walk(link.Connector, link.MadeOn);
        }
        foreach (var use in used)
        {
            var isTold = use is { Tactic: Tactic.Introduction or Tactic.Referral, On: { } on } && made.Any(m => found.Contains(m.Introduction) && m.Other == use.Person && m.MadeOn == on);
            if (!isTold && until_.Any(u => u.Person == use.Person && (use.On ?? DateOnly.MinValue) <= u.Day))
                found.Add(use.Exchange);
        }
        return [.. found];

        void Walk(Guid person, DateOnly day)
        {
            if (until_.Contains((person, day)))
                return;
            until_.Add((person, day));
            foreach (var link in made.Where(m => m.Other == person && m.MadeOn <= day))
            {
                found.Add(link.Introduction);
                Walk(link.Connector, link.MadeOn);
            }
        }
    }

    private static readonly Gen<(int Person, Tactic Tactic, int Day)> AnyUsed = Gen.Select(Gen.Int[0, 5], Gen.Enum<Tactic>(), Gen.Int[-3, 60]);

    private static readonly Gen<(int Connector, int Other, IntroductionKind Kind, bool IsFor, int Day)> AnyMade =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Enum<IntroductionKind>(), Gen.Int[0, 3].Select(n => n == 0), Gen.Int[0, 60]);

    private static ILookup<Guid, Used> Lookup(params Used[] used) => used.ToLookup(u => u.Person);

    private static DateOnly Day(int number) => First.AddDays(number);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
