using System.Reflection;
using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Importing;

public sealed class BulkTests(Product product)
{
    private static readonly string[] Projected =
    [
        nameof(Person.Headline), nameof(Person.SearchText), nameof(Person.SortName), nameof(Person.LastContact), nameof(Person.Stage),
        nameof(Person.Strength), nameof(Person.DriftFrom), nameof(Person.DriftUntil), nameof(Person.NextTouch),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_row_written_in_bulk_is_the_row_that_was_meant(Database database)
    {
        await using var world = await product.Start(database);
        var at = await Anchors(world);

        foreach (var row in Samples(at))
        {
            await world.Ask(db => Insert(db, row));
            var read = await world.Ask(db => Read(db, row));

            foreach (var property in Columns(row))
                property.GetValue(read).ShouldBe(property.GetValue(row), $"{row.GetType().Name}.{property.Name}");
            await world.Ask(db => Delete(db, row));
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_row_written_in_bulk_is_stored_as_EF_stores_it(Database database)
    {
        await using var world = await product.Start(database);
        var at = await Anchors(world);

        foreach (var row in Samples(at))
        {
            await world.Ask(db => Insert(db, row));
            var inBulk = await world.Ask(db => Raw(db, row));
            await world.Ask(db => Delete(db, row));
            await world.Change(db => db.Add(row));
            var byEf = await world.Ask(db => Raw(db, row));

            inBulk.ShouldBe(byEf, row.GetType().Name);
            await world.Ask(db => Delete(db, row));
        }
    }

    // Every type an import writes, with every column set, and once with as little as a row can hold.
    private static IEnumerable<Row> Samples(Anchor at)
    {
        Type[] types =
        [
            typeof(Organisation), typeof(Person), typeof(PersonSource), typeof(PersonEmail), typeof(PersonPhone), typeof(PersonUrl),
            typeof(PersonAddress), typeof(Position), typeof(Exchange), typeof(Interaction), typeof(Finding), typeof(Opportunity),
            typeof(Event), typeof(Loop), typeof(PersonTag), typeof(Duplicate),
        ];
        return types.SelectMany(type => new[] { Filled(type, at, full: true), Filled(type, at, full: false) });
    }

    private static Row Filled(Type type, Anchor at, bool full)
    {
        var row = (Row)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Columns(row))
            property.SetValue(row, Value(property, at, full));
        return row;
    }

    private static object? Value(PropertyInfo property, Anchor at, bool full) => property.Name switch
    {
        nameof(Row.WorkspaceId) => at.Workspace,
        nameof(Row.Id) => at.NewId(),
        nameof(PersonPart.PersonId) => at.Person,
        _ when !full && IsNullable(property) => null,
        nameof(Position.OrganisationId) => at.Organisation,
        nameof(Loop.ExchangeId) => at.Exchange,
        nameof(Loop.InteractionId) or nameof(Loop.EvidenceId) => at.Interaction,
        nameof(Loop.IntroductionId) => at.Introduction,
        nameof(Loop.RunId) => at.Run,
        nameof(Exchange.EventId) => at.Event,
        nameof(Finding.QuestionId) => at.Question,
        nameof(Opportunity.GoalId) => at.Goal,
        nameof(Loop.OpportunityId) => at.Opportunity,
        nameof(Person.TrashedAt) or nameof(Person.MergedInto) => null,
        nameof(Duplicate.FirstId) or nameof(Duplicate.SecondId) => at.Person,
        _ => Sample(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, at, property.Name),
    };

    private static object Sample(Type type, Anchor at, string name) => type switch
    {
        _ when type == typeof(string) => $"{name}: Zoë O'Brien \"x\" \\ 李 🎉\nline",
        _ when type == typeof(Guid) => at.NewId(),
        _ when type == typeof(DateTime) => new DateTime(2024, 2, 29, 23, 59, 58, 987, DateTimeKind.Utc),
        _ when type == typeof(DateOnly) => new DateOnly(2024, 2, 29),
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => -7,
        _ when type == typeof(double) => 21.123456789012345,
        _ when type == typeof(Stage) => Stage.Reciprocal,
        _ when type.IsEnum => Enum.GetValues(type).GetValue(1)!,
        _ => throw new InvalidOperationException($"No sample of {type}."),
    };

    private static bool IsNullable(PropertyInfo property) => new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    private static IEnumerable<PropertyInfo> Columns(Row row) =>
        row.GetType().GetProperties().Select(p => p.DeclaringType!.GetProperty(p.Name)!).Where(p => p.CanWrite);

    private static async Task<int> Insert(KithDb db, Row row)
    {
        var insert = typeof(Bulk).GetMethod(nameof(Bulk.Insert))!.MakeGenericMethod(row.GetType());
        var rows = Array.CreateInstance(row.GetType(), 1);
        rows.SetValue(row, 0);
        await (Task)insert.Invoke(null, [db, rows, Ct])!;
        return 1;
    }

    private static async Task<object> Read(KithDb db, Row row) => (await db.FindAsync(row.GetType(), [row.WorkspaceId, row.Id], Ct))!;

    private static async Task<int> Delete(KithDb db, Row row)
    {
        db.Remove(await Read(db, row));
        return await db.SaveChangesAsync(Ct);
    }

    private static async Task<Dictionary<string, string>> Raw(KithDb db, Row row)
    {
        var entity = db.Model.FindEntityType(row.GetType())!;
        var columns = entity.GetProperties().Where(p => !Projected.Contains(p.Name) || row is not Person).Select(p => p.GetColumnName()).ToList();
        var type = db.Database.IsSqlite() ? "typeof" : "pg_typeof";
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => $"\"{c}\", {type}(\"{c}\")"))} FROM {entity.GetTableName()} WHERE lower(CAST(id AS text)) = '{row.Id}'";
        await using var reader = await command.ExecuteReaderAsync(Ct);
        (await reader.ReadAsync(Ct)).ShouldBeTrue(row.GetType().Name);
        return columns.Index().ToDictionary(c => c.Item, c => $"{reader.GetValue(c.Index * 2)} as {reader.GetValue((c.Index * 2) + 1)}");
    }

    private static async Task<Anchor> Anchors(World world)
    {
        Guid NewId() => Ids.New(world.Clock);
        var at = new Anchor(world.Workspace.Id, NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId(), NewId);
        await world.Change(db => db.AddRange(
            new Person { Id = at.Person, FullName = "Ada Harbor" },
            new Organisation { Id = at.Organisation, Name = "Harbor & Finch", NameKey = "harbor finch" },
            new Exchange { Id = at.Exchange, PersonId = at.Person, Tactic = Tactic.EventMet },
            new Interaction { Id = at.Interaction, PersonId = at.Person, Channel = Channel.Call, Direction = Direction.Both, At = world.Clock.GetUtcNow().UtcDateTime },
            new Introduction { Id = at.Introduction, PersonId = at.Person, Kind = IntroductionKind.Referral, CreatedAt = world.Clock.GetUtcNow().UtcDateTime },
            new SequenceRun { Id = at.Run, PersonId = at.Person, Name = "3B7", Steps = "0 first: Write", StartedAt = world.Clock.GetUtcNow().UtcDateTime },
            new Event { Id = at.Event, Name = "DataConf" },
            new Question { Id = at.Question, PersonId = at.Person, Kind = QuestionKind.FindOut, Text = "Why ports?", AskedOn = world.Clock.Today },
            new Opportunity { Id = at.Opportunity, Title = "Head of data" },
            new Goal { Id = at.Goal, RoleFamily = "Head of data" }));
        return at;
    }

    private sealed record Anchor(
        Guid Workspace, Guid Person, Guid Organisation, Guid Exchange, Guid Interaction, Guid Introduction, Guid Run, Guid Event, Guid Question, Guid Goal, Guid Opportunity, Func<Guid> NewId);
}
