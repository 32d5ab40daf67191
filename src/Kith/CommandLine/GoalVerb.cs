using System.CommandLine;
using System.Globalization;
using Kith.Domain;
using Kith.Goals;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith goal</c> and <c>kith goal set ...</c></summary>
internal static class GoalVerb
{
    private static readonly Option<string> Role = new("--role") { Description = "The kind of role you want", HelpName = "ROLE" };

    private static readonly Option<string> Field = new("--field") { Description = "Field or industry", HelpName = "TEXT" };

    private static readonly Option<string> Place = new("--place") { Description = "Where", HelpName = "TEXT" };

    private static readonly Option<DateOnly?> By = Verb.Day("--by", "The day by which you want to be there");

    private static readonly Option<int?> Hours = new("--hours") { Description = "Hours a week you give to it (1-60)", HelpName = "N" };

    private static readonly Option<string> Success = new("--success") { Description = "How you will know that it is reached", HelpName = "TEXT" };

    private static readonly Option<string[]> Criterion = new("--criterion") { Description = "What would make it fulfilling (repeatable)", HelpName = "TEXT" };

    private static readonly Option<string[]> Target = new("--target") { Description = "A target organisation (repeatable); the list becomes these", HelpName = "NAME" };

    private static readonly Option<int> More = new("--more") { Description = "What if: so many requests a week more", HelpName = "N" };

    private static readonly Option<bool> New = new("--new") { Description = "Set another goal; the one that is active waits" };

    private static readonly Argument<GoalState?> State = new("STATE") { Description = Verb.Words<GoalState>(), CustomParser = Verb.Word<GoalState>() };

    private static readonly Option<string?> Because = new("--ending") { Description = "What you reached, or why you give it up", HelpName = "TEXT" };

    private static readonly Option<Guid?> Which = new("--goal") { Description = "Which goal (default: the current one); kith goal list gives ids", HelpName = "ID" };

    internal static Command Build(Surroundings here)
    {
        var set = new Command("set", "Define the goal, or change what you name of it") { Role, Field, Place, By, Hours, Success, Criterion, Target, New }.Does(here, Set);
        set.Validators.Add(result =>
        {
            if (set.Options.All(option => result.GetResult(option) is null))
                result.AddError("Say what to set, at least --role ROLE.");
        });
        var list = new Command("list", "List all goals: the active one, those that wait, those that ended").Does(here, Each);
        var mark = new Command("mark", "Pause a goal, take it up, or end it; an end closes its opportunities and stops sequences") { State, Because, Which }.Does(here, Mark);
        return new Command("goal", "Show what the networking is for, where it stands and when it will probably be landed") { set, list, mark, More }.Does(here, Show);
    }

    private static async Task<int> Each(Session session, ParseResult parsed, CancellationToken ct)
    {
        var goals = await ListGoals.Handle(session.Db, ct);
        return session.Terminal.Answer(goals, console =>
        {
            foreach (var goal in goals)
                console.WriteLine(Terminal.Plain($"{goal.Id}  {Json.Word(goal.State),-8}  {goal.RoleFamily}{(goal.EndedOn is { } day ? day.ToString("  yyyy-MM-dd", CultureInfo.InvariantCulture) : "")}{(goal.Ending is { } word ? $"  {word}" : "")}"));
        });
    }

    private static async Task<int> Mark(Session session, ParseResult parsed, CancellationToken ct)
    {
        var goal = parsed.GetValue(Which) ?? (await ShowGoal.Handle(session.Db, session.Clock, ct))?.Id
            ?? throw new RefusedException("goal.unknown", "No goal is open. kith goal list shows all of them; name one with --goal.");
        var done = await ChangeGoalState.Handle(new(goal, parsed.GetValue(State) ?? default, parsed.GetValue(Because)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(done, console =>
        {
            console.WriteLine(Terminal.Plain($"{done.Title}. {done.Opportunities} opportunities closed, {done.Sequences} sequences stopped."));
            if (done.Batch is { } batch)
                console.WriteLine($"Take it back with: kith undo {batch}");
        });
    }

    private static async Task<int> Show(Session session, ParseResult parsed, CancellationToken ct) =>
        await ShowGoal.Handle(session.Db, session.Clock, ct) is { } goal && await ForecastGoal.Handle(new(parsed.GetValue(More)), session.Db, session.Clock, ct) is { } forecast
            ? session.Terminal.Answer(Json.With(goal, "forecast", forecast), console =>
            {
                Draw(console, goal);
                Draw(console, forecast);
            })
            : throw new RefusedException("goal.unknown", "No goal is set yet. Set one with: kith goal set --role ROLE");

    // What is not named stays as it is.
    private static async Task<int> Set(Session session, ParseResult parsed, CancellationToken ct)
    {
        var isNew = parsed.GetValue(New);
        var now = isNew ? null : await ShowGoal.Handle(session.Db, session.Clock, ct);
        var role = parsed.GetValue(Role) ?? now?.RoleFamily ?? throw new RefusedException("goal.role-missing", "Say which kind of role you want: kith goal set --role ROLE");
        var criteria = parsed.GetValue(Criterion) is { Length: > 0 } named ? named : [.. (now?.Criteria ?? []).Select(c => c.Text + new string('*', c.Weight))];
        var done = await SetGoal.Handle(
            new(
                role,
                parsed.GetValue(Field) ?? now?.Field,
                parsed.GetValue(Place) ?? now?.Place,
                parsed.GetValue(By) ?? now?.Deadline,
                parsed.GetValue(Hours) ?? now?.WeeklyHours,
                parsed.GetValue(Success) ?? now?.SuccessTest,
                criteria.Length == 0 ? null : string.Join('\n', criteria),
                parsed.GetValue(Target) is { Length: > 0 } targets ? targets : null,
                now?.Id,
                isNew),
            session.Db,
            session.Clock,
            ct);
        var goal = (await ShowGoal.Handle(session.Db, session.Clock, ct))!;
        return session.Terminal.Answer(Json.With(goal, "batch", done.Batch), console =>
        {
            Draw(console, goal);
            if (done.Batch is { } batch)
                console.WriteLine($"Take it back with: kith undo {batch}");
        });
    }

    private static void Draw(IAnsiConsole console, ShowGoal.Shown goal)
    {
        var words = new[] { goal.RoleFamily, goal.Field, goal.Place }.OfType<string>();
        console.Write(Terminal.Cell(string.Join(", ", words), new(decoration: Decoration.Bold)));
        console.WriteLine();
        if (goal.Deadline is { } day)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"By {day:yyyy-MM-dd}, {goal.DaysLeft} days left{(goal.WeeklyHours is { } hours ? $", {hours} hours a week" : "")}"));
        if (goal.SuccessTest is { } test)
            console.WriteLine(Terminal.Plain(test));
        foreach (var criterion in goal.Criteria)
            console.WriteLine(Terminal.Plain($"  - {criterion.Text}{(criterion.Weight == 2 ? "" : $" {new string('*', criterion.Weight)}")}"));
        if (goal.Targets.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("target", "wanted", "openings", "people you know");
            foreach (var target in goal.Targets)
                table.AddRow(Terminal.Cell(target.Organisation.Name), Number(target.Motivation), Number(target.Posting), Number(target.People));
            console.Write(table);
        }
        var counts = goal.Counts;
        console.WriteLine($"{counts.PeopleThere} people at targets, {counts.Conversations30} conversations in 30 days, {counts.OpenLoops} open loops, {counts.Exchanges.K} of {counts.Exchanges.N} exchanges followed up");
    }

    private static void Draw(IAnsiConsole console, ForecastGoal.Forecast forecast)
    {
        if (forecast.ByDate is { } chance)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Chance to land by the date: about {chance:P0}{(forecast.ByDateIf is { } then ? $", {then:P0} with more requests" : "")}"));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Half of such searches land within {forecast.Landing[2]} weeks; held back by: {Json.Word(forecast.HoldsBack)}{(forecast.IsThin ? " (too little seen yet; this is what is usual)" : "")}"));
        var week = forecast.Week;
        console.WriteLine($"This week: {week.Requests.Of} of {week.Requests.Planned} people asked, {week.Conversations.Of} of {week.Conversations.Planned} conversations, {week.DecisionMakers.Of} of {week.DecisionMakers.Planned} with people who decide");
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The date asks for {forecast.Plan.RequestsAWeek} requests and {forecast.Plan.ConversationsAWeek} conversations a week, {forecast.Plan.HoursAWeek:0} hours"));
    }

    private static Text Number(int? count) => new(count?.ToString(CultureInfo.InvariantCulture) ?? "");
}
