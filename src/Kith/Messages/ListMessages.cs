using Kith.Data;
using Kith.Domain.Linting;
using Microsoft.EntityFrameworkCore;

namespace Kith.Messages;

/// <summary>Lists messages: drafts first, then what was sent, the newest first.</summary>
public static class ListMessages
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>One message.</summary>
    public sealed record Row(Guid Id, Guid Person, string Name, MessageKind Kind, string? Subject, string Begins, DateTime CreatedAt, DateTime? SentAt);

    /// <summary>One page of the list.</summary>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total, int Drafts, int Number);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/messages", (int? page, KithDb db, CancellationToken ct) => Handle(page ?? 1, db, ct)).WithSummary("List drafts and messages you sent");

    public static async Task<Page> Handle(int page, KithDb db, CancellationToken ct)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var counts = await db.WrittenMessages.GroupBy(_ => 1).Select(g => new { Total = g.Count(), Drafts = g.Count(m => m.SentAt == null) }).FirstOrDefaultAsync(ct);
        var rows = await (
            from message in db.WrittenMessages.AsNoTracking()
            join person in db.People on message.PersonId equals person.Id
            orderby message.SentAt != null, message.SentAt descending, message.CreatedAt descending, message.Id
            select new Row(message.Id, person.Id, person.FullName, message.Kind, message.Subject, message.Text.Substring(0, 100), message.CreatedAt, message.SentAt))
            .Skip((number - 1) * Size).Take(Size).ToListAsync(ct);
        return new(rows, counts?.Total ?? 0, counts?.Drafts ?? 0, number);
    }
}
