using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.People;
using Kith.Shared;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.People;

public sealed class ListPeopleTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task A_person_is_told_in_the_shape_of_the_contract(Database database)
    {
        await using var world = await product.Start(database);
        var id = await world.Add("Ana Kovač", Everything);

        var listed = await world.Do((db, clock) => ListPeople.Handle(new(), db, clock, Ct));

        using var json = JsonDocument.Parse(JsonSerializer.Serialize(listed, Json.Options));
        var ana = json.RootElement[0];
        ana.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "name", "emails", "phones", "urls", "addresses", "positions", "tags", "sources"], ignoreOrder: true);
        ana.GetProperty("id").GetGuid().ShouldBe(id);
        ana.GetProperty("name").GetProperty("full").GetString().ShouldBe("Ana Kovač");
        ana.GetProperty("emails").GetRawText().ShouldBe("""[{"value":"ana@example.com","label":"work"}]""");
        ana.GetProperty("phones")[0].GetProperty("e164").GetString().ShouldBe("+442079460000");
        ana.GetProperty("addresses").GetRawText().ShouldBe("""[{"city":"Zagreb","country":"Croatia","label":"home"}]""");
        var position = ana.GetProperty("positions")[0];
        position.GetProperty("title").GetString().ShouldBe("Head of Data");
        position.GetProperty("organisation").GetString()!.ShouldStartWith("Harbor & Finch");
        position.GetProperty("from").GetString().ShouldBe("2024-05-01");
        position.GetProperty("current").GetBoolean().ShouldBeTrue();
        position.TryGetProperty("to", out _).ShouldBeFalse();
        ana.GetProperty("tags").GetRawText().ShouldBe("""["alumni"]""");
        ana.GetProperty("sources")[0].GetProperty("kind").GetString().ShouldBe("linkedin");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_not_known_is_absent(Database database)
    {
        await using var world = await product.Start(database);
        await world.Add("Ben");

        var listed = await world.Do((db, clock) => ListPeople.Handle(new(), db, clock, Ct));

        using var json = JsonDocument.Parse(JsonSerializer.Serialize(listed[0], Json.Options));
        json.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "name"]);
    }

    [Theory, OnBothDatabases]
    public async Task Two_hundred_people_cost_as_many_queries_as_one(Database database)
    {
        await using var world = await product.Start(database);
        await world.Add("Ana One", Everything);
        var one = await QueryCount.Of(() => world.Do((db, clock) => ListPeople.Handle(new(), db, clock, Ct)));
        for (var i = 0; i < 199; i++)
            await world.Add($"Ana {i}", i % 20 == 0 ? Everything : null);

        var many = await QueryCount.Of(() => world.Do((db, clock) => ListPeople.Handle(new(), db, clock, Ct)));
        var searched = await QueryCount.Of(() => world.Do((db, clock) => ListPeople.Handle(new("ana"), db, clock, Ct)));

        many.ShouldBe(one);
        many.ShouldBeInRange(1, 8);
        searched.ShouldBeInRange(1, 8);
    }

    [Theory, OnBothDatabases]
    public async Task A_search_puts_names_and_strong_ties_first(Database database)
    {
        await using var world = await product.Start(database);
        await world.Add("Cara Nilsson", (db, p) => db.Add(new Position { Id = db.NewId(), PersonId = p.Id, Title = "Analyst", IsCurrent = true }));
        var cold = await world.Add("Ana Aster");
        var warm = await world.Add("Ana Zimmer", Everything);

        var found = await world.Do((db, clock) => ListPeople.Handle(new("ana"), db, clock, Ct));

        found.Select(p => p.Name.Full).ShouldBe(["Ana Zimmer", "Ana Aster", "Cara Nilsson"]);
        found[0].Id.ShouldBe(warm);
        (await world.Do((db, clock) => ListPeople.Handle(new("ana", 2), db, clock, Ct)))[1].Id.ShouldBe(cold);
    }

    [Theory, OnBothDatabases]
    public async Task The_owner_is_not_somebody_they_know(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.Add(new Person { Id = db.NewId(), FullName = "Ada Harbor", IsSelf = true }));

        (await world.Do((db, clock) => ListPeople.Handle(new(), db, clock, Ct))).ShouldBeEmpty();
        (await world.Do((db, clock) => ListPeople.Handle(new("ada"), db, clock, Ct))).ShouldBeEmpty();
    }
}
