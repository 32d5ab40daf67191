using System.CommandLine;
using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.CommandLine;

/// <summary>How a person is named on the command line: id, the beginning of an id, LinkedIn address, or a name that only one person has.</summary>
internal static class PersonArgument
{
    /// <summary>Hex digits below which the beginning of an id is more likely a name.</summary>
    private const int LeastDigits = 6;

    private const int Looked = 200;

    private const int Shown = 5;

    internal static Argument<string> Argument() =>
        new("PERSON") { Description = "Id or its beginning, LinkedIn address, or a name that only one person has" };

    /// <summary>The person meant, or a refusal that says who else it could be.</summary>
    internal static async Task<Guid> Find(KithDb db, string text, CancellationToken ct)
    {
        if (Guid.TryParse(text, out var id))
            return id;
        if (await ById(db, text, ct) is { } byId)
            return byId;
        if (Slug(text) is { } slug && await db.People.Where(p => p.LinkedIn == slug).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct) is { } bySlug)
            return bySlug;
        return await ByName(db, text, ct);
    }

    private static async Task<Guid?> ById(KithDb db, string text, CancellationToken ct)
    {
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length is < LeastDigits or >= 32 || !digits.All(char.IsAsciiHexDigit))
            return null;
        var least = Guid.ParseExact(digits.PadRight(32, '0'), "N");
        var most = Guid.ParseExact(digits.PadRight(32, 'f'), "N");
        var found = await db.People.Where(p => p.Id >= least && p.Id <= most).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.FullName, p.Headline }).Take(Shown + 1).ToListAsync(ct);
        return found.Count switch
        {
            0 => null,
            1 => found[0].Id,
            _ => throw Ambiguous(text, [.. found.Select(p => (p.Id, p.FullName, p.Headline))]),
        };
    }

    private static string? Slug(string text)
    {
        var slug = text.Trim().TrimEnd('/');
        var at = slug.LastIndexOf("/in/", StringComparison.OrdinalIgnoreCase);
        slug = Uri.UnescapeDataString(at >= 0 ? slug[(at + 4)..] : slug).ToLowerInvariant();
        return slug.Length > 0 && !slug.Contains(' ', StringComparison.Ordinal) ? slug : null;
    }

    private static async Task<Guid> ByName(KithDb db, string text, CancellationToken ct)
    {
        var words = Folding.Words(text);
        var found = words.Length == 0 ? [] : await db.PeopleMatching(text).OrderBy(p => p.SortName)
            .Select(p => new { p.Id, p.FullName, p.Nickname, p.Headline }).Take(Looked).ToListAsync(ct);
        // The search also finds people by where they work; here only the name counts, and a whole name before a part of one.
        var named = found.Where(p => words.All(w => Folding.Words($"{p.FullName} {p.Nickname}").Any(n => n.StartsWith(w, StringComparison.Ordinal)))).ToList();
        var exact = named.Where(p => Folding.Fold(p.FullName) == Folding.Fold(text)).ToList();
        var people = exact.Count > 0 ? exact : named;
        return people.Count switch
        {
            0 => throw new RefusedException("person.unknown", $"Nobody here is called \"{text}\"; try: kith people --query TEXT."),
            1 => people[0].Id,
            _ => throw Ambiguous(text, [.. people.Select(p => (p.Id, p.FullName, p.Headline))]),
        };
    }

    private static RefusedException Ambiguous(string text, IReadOnlyCollection<(Guid Id, string Name, string? Headline)> people) =>
        new("person.ambiguous", string.Create(CultureInfo.InvariantCulture, $"\"{text}\" could be {people.Count} people; name one by id: ")
            + string.Join("; ", people.Take(Shown).Select(p => $"{p.Name}{(p.Headline is null ? "" : $" ({p.Headline})")} {p.Id}")) + ".");
}
