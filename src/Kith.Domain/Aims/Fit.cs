namespace Kith.Domain.Aims;

/// <summary>Something that somebody does now, as far as an audience asks for it.</summary>
/// <param name="Title">The job title.</param>
/// <param name="Organisation">Where, as it is shown.</param>
/// <param name="Industry">The organisation's field.</param>
/// <param name="Place">The organisation's place.</param>
/// <param name="IsTarget">True where the goal aims at the organisation.</param>
public sealed record Job(string? Title, string? Organisation, string? Industry, string? Place, bool IsTarget);

/// <summary>What is known about a person, as far as an audience asks for it.</summary>
/// <param name="Jobs">What they do now.</param>
/// <param name="Places">Where they live or can be found, besides the places of their jobs.</param>
/// <param name="Tags">The words the user files them under.</param>
/// <param name="Roles">What they have to say in decisions.</param>
public sealed record Profile(IReadOnlyList<Job> Jobs, IReadOnlyList<string> Places, IReadOnlyList<string> Tags, IReadOnlyList<DecisionRole> Roles);

/// <summary>One criterion of an audience, whether it is met, and a sentence about it.</summary>
public sealed record FitReason(bool IsMet, string Text);

/// <summary>
/// How well a person or an organisation fits an audience, 0-100, with a reason for every criterion that counts. Two criteria are conditions
/// (<see cref="Audience.DecidersOnly"/>, <see cref="Audience.AtTargetsOnly"/>): who fails one fits not at all. Of the others the fit is the
/// weight of those that are met: titles and the role in the decision 3, fields 2, places and the tag 1 (judgement: what somebody does and
/// decides matters more than where they sit). Without any of these everybody who meets the conditions fits wholly.
/// </summary>
public sealed record Fit(int Score, IReadOnlyList<FitReason> Reasons)
{
    /// <summary>The fit of somebody who meets every criterion.</summary>
    public const int Whole = 100;

    private const int Heavy = 3, Middling = 2, Light = 1;

    /// <summary>The fit of a person.</summary>
    public static Fit Of(Audience audience, Profile person)
    {
        var measured = new Measure();
        if (audience.AtTargetsOnly)
            measured.Condition(person.Jobs.FirstOrDefault(j => j.IsTarget) is { } there ? $"works at {there.Organisation}, a target" : null, "does not work at a target");
        if (audience.DecidersOnly)
            measured.Condition(person.Jobs.FirstOrDefault(j => Seniority.Decides(j.Title)) is { } job ? $"\"{job.Title}\" usually decides about hiring" : null, "no title that usually decides about hiring");
        if (Asks(audience.Titles))
            measured.Count(Heavy, First(person.Jobs, j => j.Title, audience.Titles) is { } title ? $"title: {title}" : null, Other("title", person.Jobs.Select(j => j.Title)));
        if (audience.Role is { } role)
            measured.Count(Heavy, person.Roles.Contains(role) ? $"{Word(role)} in the decision" : null, $"not noted as {Word(role)} in a decision");
        if (Asks(audience.Fields))
            measured.Count(Middling, First(person.Jobs, j => j.Industry, audience.Fields) is { } field ? $"field: {field}" : null, Other("field", person.Jobs.Select(j => j.Industry)));
        if (Asks(audience.Places))
        {
            var place = First(person.Jobs, j => j.Place, audience.Places) ?? person.Places.FirstOrDefault(p => Terms.Within(audience.Places, p) is not null);
            measured.Count(Light, place is null ? null : $"place: {place}", Other("place", person.Jobs.Select(j => j.Place).Concat(person.Places)));
        }
        if (Asks(audience.Tag))
            measured.Count(Light, person.Tags.Any(t => Folding.Fold(t) == Folding.Fold(audience.Tag)) ? $"tagged \"{audience.Tag!.Trim()}\"" : null, $"not tagged \"{audience.Tag!.Trim()}\"");
        return measured.Fit();
    }

    /// <summary>The fit of an organisation: only fields and places can be asked of one; null where the audience asks for neither.</summary>
    public static Fit? Of(Audience audience, string? industry, string? place)
    {
        var measured = new Measure();
        if (Asks(audience.Fields))
            measured.Count(Middling, Terms.Within(audience.Fields, industry) is not null ? $"field: {industry}" : null, Other("field", [industry]));
        if (Asks(audience.Places))
            measured.Count(Light, Terms.Within(audience.Places, place) is not null ? $"place: {place}" : null, Other("place", [place]));
        return measured.IsEmpty ? null : measured.Fit();
    }

    /// <summary>True where a list of words asks for anything at all: blanks and commas do not.</summary>
    public static bool Asks(string? list) => Terms.Of(list).Any();

    /// <summary>The word for a role in a decision.</summary>
    public static string Word(DecisionRole role) => role switch
    {
        DecisionRole.DecisionMaker => "decision maker",
        _ => role.ToString().ToLowerInvariant(),
    };

    private static string? First(IReadOnlyList<Job> jobs, Func<Job, string?> text, string? list) => jobs.Select(text).FirstOrDefault(t => Terms.Within(list, t) is not null);

    // Somebody of whom it is not known may fit after all.
    private static string Other(string what, IEnumerable<string?> known) => known.Any(k => !string.IsNullOrWhiteSpace(k)) ? $"another {what}" : $"no {what} known";

    private sealed class Measure
    {
        private readonly List<FitReason> reasons = [];
        private int met;
        private int all;
        private bool isOut;

        internal bool IsEmpty => reasons.Count == 0;

        internal void Condition(string? met, string missing)
        {
            isOut |= met is null;
            reasons.Add(new(met is not null, met ?? missing));
        }

        internal void Count(int weight, string? how, string missing)
        {
            all += weight;
            met += how is null ? 0 : weight;
            reasons.Add(new(how is not null, how ?? missing));
        }

        internal Fit Fit() => new(isOut ? 0 : all == 0 ? Whole : Whole * met / all, reasons);
    }
}
