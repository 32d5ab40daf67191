using Kith.Data;
using Kith.Domain;
using Kith.Domain.Proving;

namespace Kith.Sample;

/// <summary>What the sample's owner can do, what proves it, which needs it answers, and who has seen it.</summary>
internal sealed class Portfolio(SampleRows rows, WorkspaceClock clock)
{
    // The last one is claimed and not proved.
    private static readonly string[] Skills =
        ["Forecasts that planners trust", "Leading small analytics teams", "Explaining statistics to people who decide", "Energy markets from the inside", "Workshops that end with a decision", "Building control rooms for batteries"];

    private static readonly (EvidenceKind Kind, string Title, string? Numbers, string? Url, int[] Proves)[] Pieces =
    [
        (EvidenceKind.Story, "From 9 to 6 per cent at Westerplas", "Error of day-ahead forecasts from 9 to 6 per cent in a year", null, [0, 3]),
        (EvidenceKind.Story, "Three people and one deadline", "Three analysts, eleven weeks, no overtime", null, [1]),
        (EvidenceKind.Story, "The meeting that nobody wanted", null, null, [4]),
        (EvidenceKind.Work, "Wind and price explorer", "40,000 runs a month", "https://example.com/explorer", [0, 3]),
        (EvidenceKind.Work, "One page about uncertainty", null, "https://example.com/one-page", [2]),
        (EvidenceKind.Talk, "What a confidence interval tells a mayor", "180 listeners", "https://example.org/talk", [2]),
        (EvidenceKind.Recommendation, "Recommendation by a planner of the grid", null, null, [0, 1]),
    ];

    private static readonly (int Claim, int? Piece, ShowingWay Way)[] Shown =
    [
        (0, 0, ShowingWay.Meeting), (0, 3, ShowingWay.Message), (1, 1, ShowingWay.Call), (2, 5, ShowingWay.Event), (0, 0, ShowingWay.CardVisit), (3, null, ShowingWay.Meeting), (4, null, ShowingWay.Call),
        (2, 4, ShowingWay.Message), (0, 6, ShowingWay.Message), (3, 3, ShowingWay.CardVisit), (5, null, ShowingWay.Message), (1, 6, ShowingWay.Meeting), (0, null, ShowingWay.Event), (2, 5, ShowingWay.Message), (4, 2, ShowingWay.Meeting),
    ];

    /// <summary>Makes claims and evidence, and shows some of it to people who have a say at the targets.</summary>
    internal void Show()
    {
        var claims = Skills.Select((text, place) => rows.Add(rows.Claims, new Claim { Id = rows.NewId(), Text = text, Place = place })).ToList();
        var pieces = Pieces.Select((piece, number) => Make(piece, number, claims)).ToList();
        foreach (var need in rows.Findings.Where(f => f.Kind == FindingKind.Need).Where((_, i) => i % 2 == 0))
            rows.Add(rows.NeedMatches, new() { Id = rows.NewId(), FindingId = need.Id, ClaimId = claims[0].Id });
        var opened = rows.HandOuts.Where(h => h.PersonId is not null && rows.Visits.Exists(v => v.HandOutId == h.Id && v.Kind == VisitKind.Opened)).Select(h => h.PersonId!.Value).ToList();
        // Who needs what was answered comes first, so that somebody has seen proof of something they need.
        var answered = rows.Findings.Where(f => rows.NeedMatches.Exists(n => n.FindingId == f.Id)).Select(f => f.OrganisationId).ToHashSet();
        var people = rows.Stakeholders.OrderByDescending(s => answered.Contains(s.OrganisationId)).ThenBy(s => s.Role).Select(s => s.PersonId).Where(id => rows.History(id).Count > 0).Distinct().ToList();
        foreach (var (number, (claim, piece, way)) in Shown.Index())
        {
            var whom = way == ShowingWay.CardVisit ? opened[number % opened.Count] : people[number / 2 % people.Count];
            var contact = rows.History(whom).FindLast(i => way != ShowingWay.CardVisit && ProofWords.WayOf(i.Channel) == way);
            rows.Add(rows.Showings, new()
            {
                Id = rows.NewId(),
                PersonId = whom,
                ClaimId = claims[claim].Id,
                EvidenceId = piece is { } shown ? pieces[shown].Id : null,
                Way = way,
                On = contact is null ? clock.Today.AddDays(-3 - (number * 5)) : clock.DayOf(contact.At),
                InteractionId = contact?.Id,
                Note = number % 4 == 0 ? "Asked for the numbers behind it" : null,
            });
        }
    }

    // One story lacks its result, so that the page can say so.
    private Evidence Make((EvidenceKind Kind, string Title, string? Numbers, string? Url, int[] Proves) piece, int number, List<Claim> claims)
    {
        var isStory = piece.Kind == EvidenceKind.Story;
        var made = rows.Add(rows.Evidence, new Evidence
        {
            Id = rows.NewId(),
            Kind = piece.Kind,
            Title = piece.Title,
            Situation = isStory ? "The planners had stopped reading the forecast, because twice it had been wrong on a Monday." : null,
            Task = isStory ? "Win them back before the winter, with the people who were there." : null,
            Action = isStory ? "Sat beside them for two weeks, threw out half of the inputs, and put the error on the first line of every forecast." : piece.Kind == EvidenceKind.Work ? "Built it on evenings and kept it running." : null,
            Result = isStory && number == 2 ? null : piece.Kind == EvidenceKind.Recommendation ? "Robin is whom I call when a number looks too good." : isStory ? "They asked for a second one." : null,
            Numbers = piece.Numbers,
            Url = piece.Url,
            On = clock.Today.AddDays(-90 - (number * 70)),
        });
        if (number == 4)
            (made.FileName, made.FileType, made.File) = ("One page about uncertainty.txt", "text/plain", "Say what you do not know, and how much it matters.\n"u8.ToArray());
        foreach (var claim in piece.Proves)
            rows.Add(rows.Proofs, new() { Id = rows.NewId(), ClaimId = claims[claim].Id, EvidenceId = made.Id });
        return made;
    }
}
