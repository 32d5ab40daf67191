using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Shared.Ui;

namespace Kith.People;

/// <summary>What the bar under a selection sends.</summary>
public sealed class BulkForm
{
    /// <summary>The people selected.</summary>
    public List<Guid> Ids { get; set; } = [];

    /// <summary>The button: <c>tag</c>, <c>untag</c>, <c>cadence-30</c>, <c>rest</c>, <c>merge</c>, <c>trash</c>; empty for whatever was filled in.</summary>
    public string? Act { get; set; }

    public string? Tag { get; set; }

    public string? Reason { get; set; }
}

/// <summary>Runs an act on a selection; each is one batch.</summary>
public static class BulkAct
{
    private const string Cadence = "cadence-";

    /// <summary>Does what the bar asks for, and says so.</summary>
    public static async Task<Toast> Do(BulkForm form, KithDb db, WorkspaceClock clock, CancellationToken ct) => Meant(form) switch
    {
        "tag" => Say(await TagPeople.Handle(new(form.Ids, form.Tag), db, ct), "Tagged", "All of them have that tag already"),
        "untag" => Say(await TagPeople.Handle(new(form.Ids, form.Tag, Remove: true), db, ct), "Removed the tag from", "None of them has that tag"),
        "rest" => Rested(await LetFollowUpsRest.Handle(new(form.Ids, form.Reason), db, clock, ct)),
        "merge" => Merged(await MergePeople.Handle(await MergePeople.MostKnownFirst(form.Ids, db, ct), db, ct)),
        "trash" => Say(await TrashPeople.Handle(new(form.Ids), db, clock, ct), "Moved to trash:", "Nothing was moved"),
        var act when act.StartsWith(Cadence, StringComparison.Ordinal) && int.TryParse(act.AsSpan(Cadence.Length), CultureInfo.InvariantCulture, out var days) =>
            Say(await SetCadence.Handle(new(form.Ids, days), db, ct), days == 0 ? "Ended the reminders for" : $"{Cadences.Say(days)}:", "They have that rhythm already"),
        _ => throw new RefusedException("people.no-act", "Choose what to do with the people you selected."),
    };

    private static string Meant(BulkForm form) => (form.Act, form.Tag, form.Reason) switch
    {
        ({ Length: > 0 } act, _, _) => act,
        (_, { Length: > 0 }, null or "") => "tag",
        (_, null or "", { Length: > 0 }) => "rest",
        _ => "",
    };

    private static Toast Say(Changed changed, string did, string nothing) =>
        changed.Count == 0 ? new(nothing) : new($"{did} {People(changed.Count)}", changed.Batch);

    private static Toast Rested(Changed changed) =>
        changed.Count == 0 ? new("No follow-up was open there") : new(changed.Count == 1 ? "1 follow-up rests" : $"{changed.Count} follow-ups rest", changed.Batch);

    private static Toast Merged(MergePeople.Merged merged) => new($"One person now: {merged.Name}", merged.Batch);

    private static string People(int count) => count == 1 ? "1 person" : string.Create(CultureInfo.CurrentCulture, $"{count:N0} people");
}
