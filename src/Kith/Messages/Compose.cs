using Kith.Data;
using Kith.Domain;
using Kith.Domain.Linting;
using Kith.Domain.Preparation;
using Kith.Domain.Writing;
using Microsoft.EntityFrameworkCore;

namespace Kith.Messages;

/// <summary>Begins a message to somebody from a template, with what is known beside it.</summary>
public static class Compose
{
    private const int MostFindings = 5;

    /// <summary>To whom and why, and with which template: a code, an id or a name; the usual one where none is given.</summary>
    public sealed record Query(Guid Person, Guid? Loop = null, Guid? Introduction = null, string? Template = null, MessageKind? Kind = null);

    /// <summary>A template that can be chosen.</summary>
    public sealed record Choosable(string Code, string Name, MessageKind Kind);

    /// <summary>A variable with its value for this message; null where it is missing.</summary>
    public sealed record Variable(string Name, string Meaning, string? Value);

    /// <summary>What is known, beside the draft.</summary>
    /// <param name="Lines">What the two have in common, what they care about and other findings.</param>
    /// <param name="Questions">The user's open questions to them.</param>
    public sealed record Beside(
        Readiness Readiness, string? LastSummary, DateOnly? LastOn, IReadOnlyList<string> Lines, IReadOnlyList<string> Questions, string? Ask, string? Bring, LoopKind? Loop, string? What, DateOnly? Due);

    /// <summary>The draft with everything around it.</summary>
    /// <param name="Gaps">Variables that the text needs and that have no value.</param>
    public sealed record Draft(
        Guid? Message, Guid Person, string Name, string? Email, string? LinkedIn, Guid? Loop, Guid? Introduction, string? Template, MessageKind Kind, string? Subject, string Text, IReadOnlyList<string> Gaps,
        LintResult Lint, IReadOnlyList<Variable> Variables, IReadOnlyList<Choosable> Templates, Beside Known, DateTime? SentAt);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/messages/compose", (Guid person, Guid? loop, Guid? introduction, string? template, MessageKind? kind, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            Handle(new(person, loop, introduction, template, kind), db, clock, ct)).WithSummary("Begin a message from a template");

    public static async Task<Draft> Handle(Query query, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (query.Kind is { } kind && !Enum.IsDefined(kind))
            throw new RefusedException("input.invalid", "There is no such kind of message.");
        var own = await db.MessageTemplates.AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Id).Take(MessageTemplate.Most).ToListAsync(ct);
        var known = await Material.Of(new(query.Person, query.Loop, query.Introduction), db, clock, ct);
        var chosen = Chosen(query, own, known);
        var subject = chosen.Subject is { } line ? Template.Of(line).Fill(known.Values) : null;
        return Around(null, known, chosen.Name, query.Kind ?? chosen.Kind, subject, Template.Of(chosen.Body).Fill(known.Values), own, null, query.Loop, query.Introduction);
    }

    /// <summary>A message that was kept, with what is known by now.</summary>
    public static async Task<Draft> Kept(Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var message = await db.WrittenMessages.AsNoTracking().OrRefuse(id, ct);
        // What it answered may be gone by now; the words stay.
        var answers = message.SentAt is null && await db.Loops.AnyAsync(l => l.Id == message.LoopId && l.PersonId == message.PersonId, ct);
        var known = await Material.Of(new(message.PersonId, answers ? message.LoopId : null), db, clock, ct);
        return Around(id, known, message.Template, message.Kind, message.Subject, message.Text, [], message.SentAt, message.LoopId, message.IntroductionId);
    }

    private static Draft Around(
        Guid? message, Material known, string? template, MessageKind kind, string? subject, string text, IReadOnlyList<MessageTemplate> own, DateTime? sentAt, Guid? loop, Guid? introduction) => new(
        message, known.Person, known.Name, known.Email, known.LinkedIn, loop, introduction, template, kind, subject, text, [.. Gap.In(subject).Concat(Gap.In(text)).Distinct()],
        MessageLint.Check(text, kind, new(known.Name, known.Values["organisation"])),
        [.. TemplateVariable.All.Select(v => new Variable(v.Name, v.Meaning, known.Values.GetValueOrDefault(v.Name)))],
        [.. BuiltInTemplate.All.Select(t => new Choosable(t.Code, t.Name, t.Kind)), .. own.Select(t => new Choosable(t.Id.ToString(), t.Name, t.Kind))],
        Knows(known), sentAt);

    private static Beside Knows(Material known) => new(
        known.Readiness, known.LastSummary, known.LastOn,
        [.. known.Dossier.Findings.Where(f => f.Kind is not (FindingKind.Follows or FindingKind.Recommendation)).OrderBy(f => f.Kind switch { FindingKind.CommonGround => 0, FindingKind.Cares => 1, _ => 2 }).Take(MostFindings).Select(f => f.Fact)],
        [.. known.Dossier.Questions.Where(q => q is { Kind: QuestionKind.AskThem, AnsweredOn: null }).Take(MostFindings).Select(q => q.Text)],
        known.Ask, known.Bring, known.About?.Kind, known.About?.What, known.About?.Due);

    private static (string Name, MessageKind Kind, string? Subject, string Body) Chosen(Query query, List<MessageTemplate> own, Material known)
    {
        if (query.Template is { Length: > 0 } name)
        {
            if (BuiltInTemplate.ByCode(name) is { } builtIn)
                return (builtIn.Name, builtIn.Kind, builtIn.Subject, builtIn.Body);
            var mine = own.Find(t => t.Id.ToString() == name || string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase));
            return mine is null ? throw new RefusedException("template.unknown", $"There is no template \"{name}\".") : (mine.Name, mine.Kind, mine.Subject, mine.Body);
        }
        var usual = BuiltInTemplate.For(known.About?.Kind, known.About?.Step, known.About?.AsksConnector == true, known.HasMet);
        return (usual.Name, usual.Kind, usual.Subject, usual.Body);
    }
}
