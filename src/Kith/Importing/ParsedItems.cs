using System.Text.Json.Serialization;
using Kith.Formats.Calendars;
using Kith.Formats.ContactCsv;
using Kith.Formats.Contacts;
using Kith.Formats.LinkedIn;
using Kith.Formats.Mail;
using Kith.Formats.Monica;

namespace Kith.Importing;

/// <summary>What readers see, in the words of the command line; what a file does not say is absent.</summary>
internal static class ParsedItems
{
    private sealed record ParsedName(string? Full, string? Given, string? Family, string? Additional, string? Prefix, string? Suffix, string? Nickname);

    private sealed record Valued(string Value, string? Label);

    private sealed record Phoned(string Value, [property: JsonPropertyName("e164")] string? E164, string? Label);

    private sealed record Placed(string? Street, string? City, string? Region, string? PostalCode, string? Country, string? Label);

    private sealed record Held(string? Organisation, string? Title, string? Department, DateOnly? From, DateOnly? To, bool Current);

    private sealed record Sourced(string Kind, string Key);

    private sealed record ParsedPerson(
        ParsedName Name, Valued[]? Emails, Phoned[]? Phones, Valued[]? Urls, Placed[]? Addresses, Held[]? Positions, string? Birthday, string? Anniversary,
        string? Notes, string[]? Tags, string[]? Categories, Valued[]? Relations, Valued[]? Accounts, Sourced[]? Sources,
        [property: JsonPropertyName("linkedin")] string? LinkedIn, DateOnly? ConnectedOn, int Line);

    private sealed record Side(string? Email, string? Name, string? Status = null);

    internal static object Of(ContactRecord row) => new ParsedPerson(
        new(Text(ContactFacts.Name(row)), Text(row.Name.Given), Text(row.Name.Family), Text(row.Name.Additional), Text(row.Name.Prefix), Text(row.Name.Suffix), Text(row.Name.Nickname)),
        Some(row.Emails.Select(Value)), Some(row.Phones.Select(Phone)), Some(row.Urls.Select(Value)),
        Some(row.Addresses.Select(a => new Placed(Text(a.Street), Text(a.City), Text(a.Region), Text(a.PostalCode), Text(a.Country), Text(a.Label)))),
        Some(row.Positions.Select(p => new Held(Text(p.Organisation), Text(p.Title), Text(p.Department), p.From, p.To, p.Current))),
        row.Birthday, row.Anniversary, Text(row.Notes), Some(row.Categories), Some(row.Categories), Some(row.Relations.Select(Value)), Some(row.Accounts.Select(Value)),
        row.Uid is { } uid ? [new("uid", uid)] : null, row.LinkedIn, row.ConnectedOn, row.Line);

    internal static object Of(Connection row) => new ParsedPerson(
        new(ImportConnections.FullName(row), Text(row.Name.Given), Text(row.Name.Family), null, null, Text(row.Name.Suffix), null),
        Some(row.Emails.Select(e => new Valued(e, null))), Some(row.Phones.Select(p => Phone(new(p)))), Some(row.Websites.Select(w => new Valued(w, null))),
        row.Address is { } street ? [new(street, null, null, null, null, null)] : null,
        row.Company is null && row.Title is null ? null : [new(row.Company, row.Title, null, null, null, true)],
        null, null, null, null, null, null, null, null, row.Slug, row.ConnectedOn, row.Line);

    internal static object Of(Message row, Owner? owner) => new
    {
        From = row.From.AsWritten,
        To = Some(row.To.Select(t => t.AsWritten)),
        Date = row.AtUtc,
        Direction = Word(row.Direction, owner, row.From),
        FromUrl = row.From.ProfileUrl,
        ToUrls = Some(row.To.Select(t => t.ProfileUrl).OfType<string>()),
        Subject = Text(row.Subject),
        Text = Text(row.Text),
        Draft = row.IsDraft ? true : (bool?)null,
        row.Line,
    };

    internal static object Of(Invitation row, Owner? owner) => new
    {
        From = row.From.AsWritten,
        To = Some([row.To.AsWritten]),
        Date = row.SentAtUtc,
        Direction = Word(row.Direction, owner, row.From),
        FromUrl = row.From.ProfileUrl,
        ToUrls = Some(new[] { row.To.ProfileUrl }.OfType<string>()),
        Text = Text(row.Message),
        row.Line,
    };

    internal static object Of(CalendarItem item) => item switch
    {
        CalendarTask task => new
        {
            task.Uid,
            Summary = Text(task.Summary),
            Description = Text(task.Description),
            Start = task.Start?.Iso,
            Due = task.Due?.Iso,
            task.Done,
            CompletedAt = task.CompletedAt?.Iso,
            task.Priority,
            task.PercentComplete,
            task.Rrule,
            task.Line,
        },
        CalendarEvent happening => new
        {
            happening.Uid,
            Summary = Text(happening.Summary),
            Description = Text(happening.Description),
            Location = Text(happening.Location),
            Start = happening.Start?.Iso,
            End = happening.End?.Iso,
            happening.Rrule,
            happening.Status,
            Organizer = happening.Organizer is { } organizer ? new Side(organizer.Email, organizer.Name) : null,
            Attendees = Some(happening.Attendees.Select(a => new Side(a.Email, a.Name, a.Status))),
            happening.Line,
        },
        _ => throw new ArgumentException($"Nothing is known of {item.GetType().Name}.", nameof(item)),
    };

    internal static object Of(MailRecord mail) => new
    {
        From = Who(mail.From),
        To = Some(mail.To.Select(Who)),
        Cc = Some(mail.Cc.Select(Who)),
        Bcc = Some(mail.Bcc.Select(Who)),
        ReplyTo = Some(mail.ReplyTo.Select(Who)),
        Subject = Text(mail.Subject),
        Date = mail.Date ?? mail.ArrivedAt,
        mail.MessageId,
        mail.InReplyTo,
        References = Some(mail.References),
        Thread = mail.ThreadKey,
        Labels = Some(mail.Labels),
        List = mail.IsList ? true : (bool?)null,
        Automatic = mail.IsAutomatic ? true : (bool?)null,
        Attachments = Some(mail.Attachments),
        mail.Line,
    };

    internal static object Of(OpportunityRecord row) => new
    {
        Title = Text(row.Title),
        Organisation = Text(row.Company),
        Status = Text(row.Status),
        Url = Text(row.Url),
        Place = Text(row.Location),
        Salary = Text(row.Salary),
        row.SavedOn,
        row.AppliedOn,
        row.Deadline,
        Notes = Text(row.Notes),
        row.Line,
    };

    internal static IEnumerable<object> Of(MonicaExport export)
    {
        foreach (var contact in export.Contacts)
        {
            yield return Of(contact.ToContact());
            foreach (var call in contact.Calls)
                yield return new { Channel = "call", Direction = call.IsIncoming ? "in" : "out", Date = call.At, With = Named(contact), Text = Text(call.Content) };
            foreach (var talk in contact.Conversations)
                foreach (var message in talk.Messages)
                    yield return new { Channel = "message", Direction = message.IsMine ? "out" : "in", Date = message.At, With = Named(contact), Text = Text(message.Content), Thread = talk.Uuid };
            foreach (var task in contact.Tasks)
                yield return new { Summary = Text(task.Title), Description = Text(task.Description), Done = task.IsDone, CompletedAt = task.DoneAt, With = Named(contact) };
            foreach (var reminder in contact.Reminders)
                yield return new { Summary = Text(reminder.Title), Description = Text(reminder.Description), Due = reminder.On, Rrule = reminder.Every, With = Named(contact) };
        }
        foreach (var activity in export.Activities)
            yield return new { Channel = "meeting", Direction = "both", Date = activity.On, With = Some(activity.People.Select(p => p.Name)), Summary = Text(activity.Summary), Text = Text(activity.Description) };
    }

    private static string[]? Named(MonicaContact contact) => Some(new[] { ContactFacts.Name(contact.ToContact()) }.OfType<string>());

    private static Side? Who(MailAddress? address) => address is null ? null : new(address.Email, Text(address.Name));

    private static string? Word(Direction direction, Owner? owner, Party from) => direction switch
    {
        Direction.Outgoing => "out",
        Direction.Incoming => "in",
        _ => owner is null ? null : owner.Is(from) ? "out" : "in",
    };

    private static Valued Value(Labelled labelled) => new(labelled.Value, Text(labelled.Label));

    private static Phoned Phone(Labelled phone) => new(phone.Value, Telephone.E164(phone.Value, null), Text(phone.Label));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // What is missing is absent, so a list without items is none.
    private static T[]? Some<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;
}
