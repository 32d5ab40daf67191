using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Formats.Mail;
using Direction = Kith.Domain.Direction;

namespace Kith.Importing;

/// <summary>
/// Mail: who wrote whom, when, about what, as interactions. It is read twice, because only the whole tells who is who. What lists, machines and
/// crowds send is set aside, and what people wrote is kept only if the user asks for it.
/// </summary>
internal static class ImportMail
{
    internal const string Kind = "mail";

    private const int MostLetters = 2_000;

    /// <summary>The mailbox as something to import. Learning who is who reads it once, before anybody has to wait for the import's transaction.</summary>
    internal static async Task<Incoming> Open(Mailbox mailbox, string name, ImportOptions options, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var own = await Own(db, mailbox, options, ct);
        if (own.Count == 0)
            throw new RefusedException("mail.owner", $"Nothing in '{name}' tells which address is yours, so no mail has a direction. Say it (--me you@example.org, or on the import's page) and import again.");
        var rules = new MailRules(own, clock.Now);
        var survey = MailSurvey.Of(mailbox, rules, ct);
        var before = mailbox.BytesRead;
        return new(() => mailbox.BytesRead - before, mailbox.TotalBytes, session => Run(session, mailbox, name, options, rules, survey));
    }

    /// <summary>The user's addresses, as far as the workspace, the user and the mail itself tell them.</summary>
    internal static async Task<HashSet<string>> Own(KithDb db, Mailbox mailbox, ImportOptions options, CancellationToken ct)
    {
        var own = await OwnAddresses.Known(db, ct);
        own.UnionWith(options.OwnAddresses);
        own.UnionWith(OwnAddresses.In(mailbox.Read(new(0))));
        return own;
    }

    private static async Task Run(ImportSession session, Mailbox mailbox, string name, ImportOptions options, MailRules rules, MailSurvey survey)
    {
        var parties = new MailParties(session, survey, await KnownContacts.Load(session, Kind), await Suspicions.Load(session));
        var (contacts, signatures, place) = (new FoundContacts(session), new FoundSignatures(session), 0L);
        // Of what is set aside nothing is opened, whatever is asked for.
        var limits = new MailLimits { ReadBodyOf = mail => IsOpened(mail, place++) };
        foreach (var (mail, tally) in session.Read(name, Kind, issues => mailbox.Read(issues, limits)))
        {
            await contacts.StartRow(tally);
            if (rules.SetAside(mail) is { } reason)
            {
                tally.Skip(reason.Code, reason.Words);
                continue;
            }
            foreach (var partner in rules.Partners(mail))
                if (parties.FindOrAdd(partner, tally) is var person && person != KnownPeople.Nobody)
                {
                    contacts.Add(Contact(session, mail, partner.Email!, person, rules.IsMine(mail), options), person);
                    if (!rules.IsMine(mail))
                        signatures.See(mail, person);
                }
        }
        await contacts.Flush();
        await signatures.Add(name);
        await parties.Name();
        await CloseLoops.Run(session);

        bool IsOpened(MailRecord mail, long at) => rules.SetAside(mail) is null && (options.KeepText || survey.WorthOpening.Contains(at));
    }

    private static Interaction Contact(ImportSession session, MailRecord mail, string partner, int person, bool isMine, ImportOptions options)
    {
        var at = MailRules.At(mail)!.Value;
        return new()
        {
            Id = session.Db.NewId(),
            PersonId = session.People[person],
            Channel = Channel.Mail,
            Direction = isMine ? Direction.Out : Direction.In,
            At = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond)),
            Summary = Summary(mail, options.KeepText),
            Thread = mail.ThreadKey is { } thread ? Keys.Of(Keys.Thread, thread) : null,
            // Several messages may share a Message-ID, and some have none; the same mail from another program has all of these.
            SourceKey = Keys.Of(Keys.Mail, mail.MessageId, at.ToString("s", CultureInfo.InvariantCulture), mail.From!.Email!.ToUpperInvariant(), partner.ToUpperInvariant(), mail.Subject),
        };
    }

    private static string? Summary(MailRecord mail, bool keepsText)
    {
        var subject = ImportMessages.Short(mail.Subject);
        var text = keepsText && mail.Text is { } written ? OwnWords.Of(written) : "";
        return text.Length == 0 ? subject : ImportMessages.Short(subject is null ? text : $"{subject}\n\n{text}", MostLetters);
    }
}
