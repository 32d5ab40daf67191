using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Research;

/// <summary>The small forms of the homework, wherever they stand.</summary>
public static class HomeworkActs
{
    /// <summary>What such a form sends.</summary>
    public sealed class Form
    {
        public Guid? Person { get; set; }

        public Guid? Organisation { get; set; }

        public Guid? Event { get; set; }

        public string? ReturnUrl { get; set; }

        public FindingKind Kind { get; set; }

        public string? Fact { get; set; }

        public string? Source { get; set; }

        public string? On { get; set; }

        public QuestionKind Who { get; set; }

        public string? Text { get; set; }

        public List<string>? Items { get; set; }

        public string? Answer { get; set; }
    }

    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        site.MapPost("/homework/findings", ([FromForm] Form form, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then(form.ReturnUrl, async () =>
                new("Noted.", (await AddFinding.Handle(new(form.Organisation, form.Person, form.Fact, form.Source, Day(form.On), form.Kind, form.Event), db, clock, ct)).Batch)));
        site.MapPost("/homework/findings/{id:guid}/remove", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(form.ReturnUrl, async () => new("Took the finding back.", (await AddFinding.Remove(id, db, ct)).Batch)));
        site.MapPost("/homework/questions", ([FromForm] Form form, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then(form.ReturnUrl, async () =>
            {
                var done = await AskQuestion.Handle(new(form.Person, form.Organisation, form.Event, form.Text, form.Who, form.Items), db, clock, ct);
                return new(done.Questions.Count switch { 0 => "Asked already.", 1 => "Noted the question.", var n => $"Noted {n} questions." }, done.Batch);
            }));
        site.MapPost("/homework/questions/{id:guid}/answer", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then(form.ReturnUrl, async () => new("Answered.", (await AnswerQuestion.Handle(new(id, form.Answer, form.Source, Day(form.On)), db, clock, ct)).Batch)));
        site.MapPost("/homework/questions/{id:guid}/remove", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(form.ReturnUrl, async () => new("Took the question back.", (await AskQuestion.Remove(id, db, ct)).Batch)));
    }

    private static DateOnly? Day(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException("input.date", $"\"{text}\" is not a date.");
}
