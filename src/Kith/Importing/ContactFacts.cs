using Kith.Domain;
using Kith.Formats.Contacts;
using Kith.Shared;

namespace Kith.Importing;

/// <summary>The rows that a record of an address book comes to.</summary>
internal static class ContactFacts
{
    /// <summary>Who the record is about: the name, else what else it is known by; null when it says nothing.</summary>
    internal static string? Name(ContactRecord row) =>
        new[]
        {
            row.Name.Full, string.Join(' ', new[] { row.Name.Given, row.Name.Family }.Where(n => !string.IsNullOrWhiteSpace(n))), row.Name.Nickname,
            First(row.Positions)?.Organisation, First(row.Emails)?.Value, First(row.Phones)?.Value,
        }.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n))?.Trim();

    /// <summary>Everything about a person but the person's own row.</summary>
    internal static IEnumerable<Entity> Parts(ImportSession session, Guid person, ContactRecord row) =>
    [
        .. row.Emails.DistinctBy(e => e.Value.ToUpperInvariant()).Select(e => Email(session, person, e)),
        .. row.Phones.DistinctBy(p => p.Value).Select(p => Phone(session, person, p)),
        .. Urls(row).DistinctBy(u => u.Value).Select(u => Url(session, person, u)),
        .. row.Addresses.Select(a => Address(session, person, a)),
        .. row.Positions.Select(p => Position(session, person, p, p.Current)),
        .. row.Categories.Distinct(StringComparer.OrdinalIgnoreCase).Select(c => Tag(session, person, c)),
        .. Findings(row).Select(f => Finding(session, person, f)),
    ];

    internal static PersonEmail Email(ImportSession session, Guid person, Labelled email) =>
        new() { Id = session.Db.NewId(), PersonId = person, Value = email.Value, Label = email.Label };

    internal static PersonPhone Phone(ImportSession session, Guid person, Labelled phone) =>
        new() { Id = session.Db.NewId(), PersonId = person, Value = phone.Value, E164 = Telephone.E164(phone.Value, null), Label = phone.Label };

    internal static PersonUrl Url(ImportSession session, Guid person, Labelled url) =>
        new() { Id = session.Db.NewId(), PersonId = person, Value = url.Value, Label = url.Label };

    internal static PersonAddress Address(ImportSession session, Guid person, ContactAddress address) => new()
    {
        Id = session.Db.NewId(),
        PersonId = person,
        Street = address.Street,
        City = address.City,
        Region = address.Region,
        PostalCode = address.PostalCode,
        Country = address.Country,
        Label = address.Label,
    };

    internal static Position Position(ImportSession session, Guid person, ContactPosition position, bool isCurrent) => new()
    {
        Id = session.Db.NewId(),
        PersonId = person,
        OrganisationId = string.IsNullOrWhiteSpace(position.Organisation) ? null : session.Organisation(position.Organisation),
        Title = position.Title,
        Department = position.Department,
        From = position.From,
        To = position.To,
        IsCurrent = isCurrent,
    };

    internal static PersonTag Tag(ImportSession session, Guid person, string tag) =>
        new() { Id = session.Db.NewId(), PersonId = person, Value = tag };

    internal static Finding Finding(ImportSession session, Guid person, string fact) =>
        new() { Id = session.Db.NewId(), PersonId = person, Fact = fact, Source = "Address book", On = session.Clock.Today };

    /// <summary>Web addresses, and accounts that have one.</summary>
    internal static IEnumerable<Labelled> Urls(ContactRecord row) =>
        row.Urls.Concat(row.Accounts.Where(a => WebAddress.IsWeb(a.Value))).Where(u => !string.IsNullOrWhiteSpace(u.Value));

    /// <summary>What has no place of its own among the facts, in a sentence each.</summary>
    internal static IEnumerable<string> Findings(ContactRecord row) =>
    [
        .. row.Relations.Select(r => string.IsNullOrWhiteSpace(r.Label) ? $"Related: {r.Value}" : $"{Begin(r.Label)}: {r.Value}"),
        .. row.Accounts.Where(a => !WebAddress.IsWeb(a.Value)).Select(a => string.IsNullOrWhiteSpace(a.Label) ? $"Account: {a.Value}" : $"{Begin(a.Label)}: {a.Value}"),
        .. row.Anniversary is { } day ? new[] { $"Anniversary: {day}" } : [],
    ];

    /// <summary>The first of several; null where there is none.</summary>
    internal static T? First<T>(IReadOnlyList<T> several)
        where T : class => several.Count > 0 ? several[0] : null;

    private static string Begin(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
