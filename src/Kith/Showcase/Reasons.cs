using Kith.Domain.Aims;
using Kith.Domain.Proving;

namespace Kith.Showcase;

/// <summary>Says in one sentence why something is to be shown to somebody next.</summary>
internal static class Reasons
{
    internal static ShowMatrix.Step Of(Pair pair, IReadOnlyList<ShowMatrix.Row> claims, IReadOnlyList<Decider> deciders, IReadOnlyList<Need> needs)
    {
        var claim = claims.First(c => c.Claim == pair.Claim);
        var who = deciders.First(d => d.Person == pair.Person);
        var answered = needs.FirstOrDefault(n => who.Organisations.Contains(n.Organisation) && n.Claims.Contains(pair.Claim));
        var sentence = $"{Role(who)} at {who.At}{(who.Motivation is { } wanted ? $" ({Lamp.Motivation(wanted).ToLowerInvariant()})" : "")}; {Need(pair, answered)}; {Proof(pair)}.";
        return new(claim.Claim, claim.Text, who.Person, who.Name, who.At, NextShowing.Weight(pair), sentence);
    }

    /// <summary>What somebody has to say, for under a name.</summary>
    internal static string Role(Kith.Domain.DecisionRole? role) => role is { } noted ? Fit.Word(noted) : "title that decides";

    private static string Role(Decider who) => who switch
    {
        { Role: Kith.Domain.DecisionRole.DecisionMaker } => "Decides",
        { Role: { } role } => $"{char.ToUpperInvariant(Fit.Word(role)[0])}{Fit.Word(role)[1..]}",
        _ => "Has a title that usually decides",
    };

    private static string Need(Pair pair, Need? answered) => pair.Need switch
    {
        NeedState.Matched => $"they need “{answered?.Fact}”, which this answers",
        NeedState.Another => "what they need is known, and this answers none of it",
        _ => "what they need is not known yet",
    };

    private static string Proof(Pair pair) => (pair.HasEvidence, pair.Seen) switch
    {
        (true, Seen.Claimed) => "they have heard it and seen no proof",
        (true, _) => "the proof is ready",
        _ => "there is no proof of it yet",
    };
}
