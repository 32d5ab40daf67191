using System.Globalization;
using Kith.Domain;
using Kith.Formats.Mail;

namespace Kith.Importing;

/// <summary>What people say of themselves under their mail: the newest of each becomes findings, never facts, because a signature may be old or quoted.</summary>
internal sealed class FoundSignatures(ImportSession session)
{
    private readonly Dictionary<int, (DateTime At, Signature Signature)> newest = [];

    internal void See(MailRecord mail, int person)
    {
        if (mail.Signature is { } signature && MailRules.At(mail) is { } at && (!newest.TryGetValue(person, out var before) || before.At < at))
            newest[person] = (at, signature);
    }

    internal async Task Add(string file)
    {
        foreach (var (person, (at, signature)) in newest)
        {
            var day = session.Clock.DayOf(at);
            foreach (var (fact, value) in Facts(signature))
                await session.Findings.Add(new()
                {
                    Id = session.Db.NewId(),
                    PersonId = session.People[person],
                    Kind = FindingKind.Fact,
                    Fact = fact,
                    Source = string.Create(CultureInfo.InvariantCulture, $"Signature of a mail, {file}"),
                    On = day,
                    SourceKey = Keys.Of(Keys.Signature, session.People[person].ToString("N"), value),
                });
            await session.FlushIfFull();
        }
        await session.Staged.Flush(session.Ct);
    }

    private static IEnumerable<(string Fact, string Value)> Facts(Signature signature)
    {
        if (signature.Title is { } title)
            yield return (signature.Organisation is { } there ? $"{title.Value}, {there.Value}" : title.Value, $"{title.Value} {signature.Organisation?.Value}");
        else if (signature.Organisation is { } organisation)
            yield return ($"Works at {organisation.Value}", organisation.Value);
        if (signature.Phone is { } phone)
            yield return ($"Telephone {phone.Value}", phone.Value);
        if (signature.Url is { } url)
            yield return (url.Value, url.Value);
    }
}
