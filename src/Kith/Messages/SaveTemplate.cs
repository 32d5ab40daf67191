using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Linting;
using Kith.Domain.Writing;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Messages;

/// <summary>Writes a template of the user's own, changes it or removes it; lists them all.</summary>
public static class SaveTemplate
{
    /// <summary>The template as a whole; without an id it is a new one.</summary>
    public sealed record Command(
        [property: Required(ErrorMessage = "Give the template a name."), StringLength(100, ErrorMessage = "A name has at most 100 characters.")] string Name,
        [property: Required(ErrorMessage = "Write the text of the template."), StringLength(8_000, ErrorMessage = "A template has at most 8,000 characters.")] string Body,
        MessageKind Kind = MessageKind.Mail,
        [property: StringLength(300, ErrorMessage = "A subject has at most 300 characters.")] string? Subject = null,
        Guid? Template = null);

    /// <summary>A template; those that come with Kith have no id.</summary>
    public sealed record Row(Guid? Id, string Code, string Name, MessageKind Kind, string? Subject, string Body);

    /// <summary>The template and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(Guid Template, string Title, Guid? Batch);

    /// <summary>A template filled in with the examples of its variables.</summary>
    public sealed record Preview(string? Subject, string Text, LintResult Lint);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/templates", List).WithSummary("List the templates of messages");
        api.MapPost("/templates", Handle).WithSummary("Write a template of your own, or change it");
        api.MapDelete("/templates/{id:guid}", Remove).WithSummary("Remove a template of your own");
    }

    public static async Task<IReadOnlyList<Row>> List(KithDb db, CancellationToken ct) =>
    [
        .. await db.MessageTemplates.AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Id).Take(MessageTemplate.Most).Select(t => new Row(t.Id, t.Id.ToString(), t.Name, t.Kind, t.Subject, t.Body)).ToListAsync(ct),
        .. BuiltInTemplate.All.Select(t => new Row(null, t.Code, t.Name, t.Kind, t.Subject, t.Body)),
    ];

    public static async Task<Done> Handle(Command command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (!Enum.IsDefined(command.Kind))
            throw new RefusedException("input.invalid", "There is no such kind of message.");
        _ = Show(command);
        var template = command.Template is { } id ? await db.MessageTemplates.OrRefuse(id, ct) : null;
        if (template is null && await db.MessageTemplates.CountAsync(ct) >= MessageTemplate.Most)
            throw new RefusedException("templates.many", $"At most {MessageTemplate.Most} templates; remove one first.");
        var name = command.Name.Trim();
        var title = template is null ? $"Wrote the template {name}" : $"Changed the template {name}";
        db.Act(title);
        if (template is null)
            db.Add(template = new() { Id = db.NewId(), Name = name, Kind = command.Kind, Body = command.Body });
        (template.Name, template.Kind, template.Body) = (name, command.Kind, command.Body.ReplaceLineEndings("\n").Trim());
        template.Subject = string.IsNullOrWhiteSpace(command.Subject) ? null : command.Subject.Trim();
        await db.SaveChangesAsync(ct);
        return new(template.Id, title, db.LastBatch);
    }

    public static async Task<Done> Remove(Guid id, KithDb db, CancellationToken ct)
    {
        var template = await db.MessageTemplates.OrRefuse(id, ct);
        var title = $"Removed the template {template.Name}";
        db.Act(title);
        db.Remove(template);
        await db.SaveChangesAsync(ct);
        return new(id, title, db.LastBatch);
    }

    /// <summary>What it becomes with the examples of the variables; refused where it cannot be read.</summary>
    public static Preview Show(Command command)
    {
        var examples = TemplateVariable.All.ToDictionary(v => v.Name, v => (string?)v.Example);
        var text = Template.Of(command.Body).Fill(examples);
        return new(string.IsNullOrWhiteSpace(command.Subject) ? null : Template.Of(command.Subject).Fill(examples), text, MessageLint.Check(text, command.Kind, new(examples["name"], examples["organisation"])));
    }
}
