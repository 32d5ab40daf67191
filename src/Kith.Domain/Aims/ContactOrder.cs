using System.Collections.Frozen;

namespace Kith.Domain.Aims;

/// <summary>Why somebody comes early, in the order in which it counts.</summary>
public enum Ground
{
    /// <summary>Works on what the goal's role works on.</summary>
    Function,

    /// <summary>Went to a school of the user's.</summary>
    School,

    /// <summary>Stands one or two levels above the role the user wants.</summary>
    Above,

    /// <summary>Was promoted within the organisation, so knows how one rises there.</summary>
    Promoted,

    /// <summary>Has a name that few have, so is easily found.</summary>
    Findable,
}

/// <summary>A job somebody has or had at the organisation.</summary>
public sealed record Held(string? Title, string? Department, DateOnly? From, bool IsCurrent);

/// <summary>Somebody who works at the organisation, as far as the order looks at them.</summary>
/// <param name="Person">Who.</param>
/// <param name="FamilyName">Their family name; null where it is not known.</param>
/// <param name="Namesakes">How many others the user knows by that family name.</param>
/// <param name="Jobs">All their jobs there.</param>
/// <param name="SharedSchool">A school that both went to.</param>
/// <param name="Strength">The strength of the tie, 0-100; null where they are not known yet.</param>
public sealed record Insider(Guid Person, string? FamilyName, int Namesakes, IReadOnlyList<Held> Jobs, string? SharedSchool = null, int? Strength = null);

/// <summary>What counts for somebody, in a sentence.</summary>
public sealed record Standing(Ground Ground, string Text);

/// <summary>A person's place in the order, with what put them there.</summary>
public sealed record Turn(Guid Person, IReadOnlyList<Standing> Grounds);

/// <summary>
/// Whom to contact first inside one organisation (Dalton, The 2-Hour Job Search): functionally relevant, alumni, one to two levels above the
/// role, promoted within, an unusual name. An earlier ground outweighs all later ones; among equals the stronger tie comes first.
/// </summary>
public static class ContactOrder
{
    // Words that join, and words that stand in every second title.
    private static readonly FrozenSet<string> Empty =
        "a an and at de der des di du e en et for fur i in la le mid of on or size the to und y job role team work works".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Family names that very many people bear; whoever has one is hard to find by name alone. A hand-made list: judgement, not a count.
    private static readonly FrozenSet<string> Common = (
        "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark "
        + "ramirez lewis robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts evans murphy kelly "
        + "muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schafer koch bauer richter klein wolf schroder neumann schwarz zimmermann "
        + "bernard dubois durand robert richard petit leroy moreau simon laurent fernandez gomez diaz ruiz rossi russo ferrari silva santos "
        + "de jong jansen de vries van den berg van dijk bakker janssen visser smit meijer de boer mulder "
        + "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu kim park choi kumar singh sharma patel gupta khan ali ahmed tanaka sato suzuki").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Shorter beginnings are shared by words that have nothing to do with each other.
    private const int Telling = 5;

    /// <summary>Everybody, the one to contact first at the front.</summary>
    /// <param name="insiders">Who works there now.</param>
    /// <param name="role">The role the goal seeks; null without a goal.</param>
    public static IReadOnlyList<Turn> Of(IEnumerable<Insider> insiders, string? role) =>
    [
        .. insiders.Select(i => (Insider: i, Turn: new Turn(i.Person, Grounds(i, role))))
            .OrderByDescending(t => t.Turn.Grounds.Sum(g => 1 << ((int)Ground.Findable - (int)g.Ground)))
            .ThenByDescending(t => t.Insider.Strength ?? -1).ThenBy(t => t.Insider.Person)
            .Select(t => t.Turn),
    ];

    private static List<Standing> Grounds(Insider insider, string? role)
    {
        var grounds = new List<Standing>();
        var now = insider.Jobs.Where(j => j.IsCurrent).ToList();
        if (Function(now, role) is { } word)
            grounds.Add(new(Ground.Function, $"works on {word}, as the role you want does"));
        if (insider.SharedSchool is { } school)
            grounds.Add(new(Ground.School, $"went to {school}, as you did"));
        if (Above(now, role) is { } steps)
            grounds.Add(new(Ground.Above, steps == 1 ? "one level above the role you want" : "two levels above the role you want"));
        if (Promotion(insider.Jobs) is { } before)
            grounds.Add(new(Ground.Promoted, $"was promoted within: {before} before"));
        if (insider.Namesakes == 0 && Folding.Words(insider.FamilyName) is { Length: > 0 } name && !name.All(Common.Contains))
            grounds.Add(new(Ground.Findable, "an unusual name, easily found"));
        return grounds;
    }

    private static string? Function(List<Held> now, string? role)
    {
        var wanted = Telltale(role);
        return now.SelectMany(j => Folding.Words($"{j.Title} {j.Department}")).FirstOrDefault(word => wanted.Any(w => Same(word, w)));
    }

    // "Engineer" and "engineering" are one work.
    private static bool Same(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) >= Telling && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)));

    private static string[] Telltale(string? role) => [.. Folding.Words(role).Where(w => w.Length > 1 && !Empty.Contains(w) && !Seniority.IsRung(w))];

    private static int? Above(List<Held> now, string? role)
    {
        if (Seniority.Level(role) is not { } wanted)
            return null;
        int[] steps = [.. now.Select(j => Seniority.Level(j.Title) - wanted).OfType<int>().Where(step => step is 1 or 2)];
        return steps.Length > 0 ? steps.Min() : null;
    }

    private static string? Promotion(IReadOnlyList<Held> jobs)
    {
        var now = jobs.Where(j => j.IsCurrent && j.From is not null && j.Title is not null).MaxBy(j => j.From);
        return now is null ? null : jobs.Where(j => j.Title is not null && j.From < now.From && Seniority.Level(j.Title) < Seniority.Level(now.Title)).MaxBy(j => j.From)?.Title;
    }
}
