using System.Globalization;
using Kith.Data;
using Kith.Domain;

namespace Kith.Sample;

/// <summary>Gives everybody a name, a place to work and ways to be reached. Nobody's address or number leads anywhere.</summary>
internal sealed class Faces(SampleRows rows, WorkspaceClock clock, Random dice, IReadOnlyDictionary<string, Guid> organisations)
{
    private static readonly string[] Domains = ["example.com", "example.org", "example.net"];

    private readonly HashSet<string> handles = [];

    internal Person Make(Character character, int number)
    {
        var handle = handles.Add(character.Handle) ? character.Handle : $"{character.Handle}-2";
        var person = rows.Add(rows.People, new Person
        {
            Id = rows.NewId(),
            FullName = character.Full,
            GivenName = character.Given is "" ? null : character.Given,
            FamilyName = character.Family,
            Nickname = character.Latin,
            Prefix = number % 17 == 5 ? "Dr" : null,
            Suffix = number % 23 == 7 ? "PhD, MBA" : null,
            Birthday = number % 11 == 3 ? $"--{1 + (number % 12):00}-{1 + (number % 28):00}" : null,
            LinkedIn = number % 7 == 6 ? null : $"sample-{handle}",
            Notes = number % 9 == 4 ? Lines.Say(Lines.Notes, dice) : null,
            QuietUntil = number % 61 == 30 ? clock.Today.AddDays(25) : null,
            CreatedAt = clock.Now,
        });
        rows.Add(rows.Sources, new PersonSource { Id = rows.NewId(), PersonId = person.Id, Kind = "sample", Key = handle });
        Work(person, number);
        Reach(person, handle, number);
        return person;
    }

    // Every fourth works at a target of the goal, so that there is somebody to reach in each of them.
    private void Work(Person person, int number)
    {
        var targets = Places.All.Where(f => f.Motivation is not null).ToList();
        var firm = number % 4 == 0 ? targets[number / 4 % targets.Count] : Places.All[dice.Next(targets.Count, Places.All.Count)];
        var from = clock.Today.AddDays(number % 29 == 8 ? -20 : -dice.Next(200, 2500));
        var title = number switch { 2 => Places.EndlessTitle, _ when number % 6 == 0 => Lines.Pick(Places.Leaders, dice), _ when number % 8 == 3 => Lines.Pick(Places.Others, dice), _ => Lines.Pick(Places.Insiders, dice) };
        if (number % 37 != 9)
            Hold(person, firm, title, from, null);
        if (number % 2 == 0)
            Hold(person, Places.All[dice.Next(targets.Count, Places.All.Count)], Lines.Pick(Places.Insiders, dice), from.AddDays(-dice.Next(400, 1500)), from.AddDays(-1));
        if (number % 19 == 4)
            Hold(person, Places.All[^1], "Board member", from, null);
        if (number % 9 == 1)
            Hold(person, Places.School, "MSc Energy Systems", from.AddDays(-2500), from.AddDays(-1800), PositionKind.Education);
    }

    internal void Hold(Person person, Firm firm, string title, DateOnly from, DateOnly? to, PositionKind kind = PositionKind.Work) => rows.Add(rows.Positions, new()
    {
        Id = rows.NewId(),
        PersonId = person.Id,
        OrganisationId = organisations[firm.Name],
        Kind = kind,
        Title = title,
        From = new(from.Year, from.Month, 1),
        To = to,
        IsCurrent = to is null,
    });

    private void Reach(Person person, string handle, int number)
    {
        if (number % 10 < 7)
            rows.Add(rows.Emails, new PersonEmail { Id = rows.NewId(), PersonId = person.Id, Value = $"{handle.Replace('-', '.')}@{Domains[number % 3]}", Label = number % 3 == 1 ? "home" : "work" });
        if (number % 4 == 1)
            Call(person, string.Create(CultureInfo.InvariantCulture, $"020 7946 {number:0000}"), string.Create(CultureInfo.InvariantCulture, $"+442079460{number:000}"));
        if (number % 12 == 2)
            rows.Add(rows.Urls, new PersonUrl { Id = rows.NewId(), PersonId = person.Id, Value = $"https://example.org/{handle}", Label = "website" });
        if (number % 13 == 6)
            rows.Add(rows.Addresses, new PersonAddress { Id = rows.NewId(), PersonId = person.Id, Street = $"{number} Sample Street", City = Places.All[number % 20].Place, Label = "work" });
        if (number % 3 == 0)
            rows.Add(rows.Tags, new PersonTag { Id = rows.NewId(), PersonId = person.Id, Value = Lines.Pick(Places.Tags, dice) });
    }

    // 020 7946 0000 to 0999 are kept free for drama (Ofcom), so nobody's telephone rings.
    private void Call(Person person, string number, string e164) =>
        rows.Add(rows.Phones, new PersonPhone { Id = rows.NewId(), PersonId = person.Id, Value = number, E164 = e164, Label = "mobile" });
}
