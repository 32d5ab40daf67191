using Kith.Data;
using Kith.Domain;
using Kith.Domain.Linting;
using Kith.Domain.Writing;
using Kith.Formats.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kith.Messages;

/// <summary>Hands a message over to what the user sends with: the mail program by an address or a file. Nothing is handed over that still has a gap.</summary>
public static class HandOver
{
    /// <summary>Maps the file of a message.</summary>
    public static void MapFile(IEndpointRouteBuilder site) =>
        site.MapGet("/messages/{id:guid}/mail.eml", async (Guid id, KithDb db, CancellationToken ct) =>
        {
            try
            {
                return Results.File(await Handle(id, db, ct), "message/rfc822", "message.eml");
            }
            catch (RefusedException no)
            {
                return no.Code.EndsWith(".unknown", StringComparison.Ordinal) ? Results.NotFound() : Results.Text(no.Message, statusCode: StatusCodes.Status409Conflict);
            }
        }).RequireAuthorization().ExcludeFromDescription();

    /// <summary>The message as a file that a mail program opens as a draft.</summary>
    public static async Task<byte[]> Handle(Guid id, KithDb db, CancellationToken ct)
    {
        var message = await db.WrittenMessages.AsNoTracking().OrRefuse(id, ct);
        Gap.Refuse(message.Subject, message.Text);
        var to = await db.People.AsNoTracking().Where(p => p.Id == message.PersonId)
            .Select(p => new { p.FullName, Email = db.Emails.Where(e => e.PersonId == p.Id).OrderBy(e => e.Id).Select(e => e.Value).FirstOrDefault() }).FirstOrDefaultAsync(ct)
            ?? throw Find.Unknown<Person>();
        var me = await db.People.AsNoTracking().Where(p => p.IsSelf)
            .Select(p => new { p.FullName, Email = db.Emails.Where(e => e.PersonId == p.Id).OrderBy(e => e.Id).Select(e => e.Value).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        return DraftMail.Write(new(me?.Email is { } own ? new(me.FullName, own) : null, to.Email is { } address ? new(to.FullName, address) : null, message.Subject, message.Text, db.Clock.GetUtcNow()));
    }

    /// <summary>The address that opens the user's mail program with the message in it (RFC 6068).</summary>
    public static string MailTo(string? address, string? subject, string text) =>
        $"mailto:{Uri.EscapeDataString(address ?? "").Replace("%40", "@", StringComparison.Ordinal)}?subject={Uri.EscapeDataString(subject ?? "")}&body={Uri.EscapeDataString(text.ReplaceLineEndings("\r\n"))}";

    /// <summary>True for a kind that goes by mail.</summary>
    public static bool IsMail(MessageKind kind) => SaveMessage.ChannelOf(kind) == Channel.Mail;
}
