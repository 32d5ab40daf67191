using System.Globalization;
using Kith.Domain.Identity;
using static System.FormattableString;

namespace Kith.Benchmarks;

/// <summary>
/// Invented people, a quarter of whose records are further, damaged records of people who are there already: typing errors, short names,
/// missing fields, another town and number. Names are as common and as rare as in a real population.
/// </summary>
internal static class GeneratedRecords
{
    // Of four records one is a further record of a person.
    private const int Further = 4;

    private static readonly string[] Given =
    [
        "Robert", "William", "Elizabeth", "Margaret", "Thomas", "Katherine", "Michael", "Alexander", "Jennifer", "Daniel", "Anna", "Maria", "Peter", "Susan", "Ivan", "Sofia", "Johannes", "Lucia", "Viktor", "Helena",
        "Andrew", "Christine", "Samuel", "Nicholas", "Victoria", "Edward", "Barbara", "Richard", "Patricia", "Joseph",
    ];

    private static readonly string[] Short =
    [
        "Bob", "Bill", "Liz", "Peggy", "Tom", "Kate", "Mike", "Alex", "Jenny", "Dan", "Annie", "Mary", "Pete", "Sue", "Vanya", "Sophie", "Hans", "Lucy", "Vic", "Lena",
        "Andy", "Chris", "Sam", "Nick", "Vicky", "Ed", "Barb", "Rick", "Pat", "Joe",
    ];

    /// <summary>The records, and who each is about.</summary>
    internal static (List<IReadOnlyList<IdentityValue>> Records, List<string> Truth) Make(int count, int seed)
    {
        var names = new Names(count) { Seed = seed };
        var (records, truth, people) = (new List<IReadOnlyList<IdentityValue>>(count), new List<string>(count), new List<Person>());
        for (var i = 0; i < count; i++)
        {
            var isFurther = people.Count > 0 && names.Below(Further) == 0;
            var who = isFurther ? names.Below(people.Count) : people.Count;
            if (!isFurther)
                people.Add(Person.Make(names, i));
            records.Add(isFurther ? Damaged(people[who], names) : people[who].Values());
            truth.Add(Invariant($"p{who}"));
        }
        return (records, truth);
    }

    private static List<IdentityValue> Damaged(Person person, Names names)
    {
        if (names.Below(3) == 0 && person.Name >= 0)
            person = person with { GivenName = Short[person.Name] };
        if (names.Below(4) == 0)
            person = person with { FamilyName = Slip(person.FamilyName, names) };
        if (names.Below(8) == 0)
            person = person with { GivenName = Slip(person.GivenName, names) };
        if (names.Below(3) == 0)
            person = person with { City = names.City };
        if (names.Below(3) == 0)
            person = person with { Phone = Telephone(names) };
        if (names.Below(4) == 0)
            person = person with { Email = Slip(person.Email, names) };
        var values = person.Values();
        // Something is missing in most records of a person that somebody else wrote down.
        for (var missing = names.Below(3); missing > 0; missing--)
            values.RemoveAt(2 + names.Below(values.Count - 2));
        return values;
    }

    private static string Slip(string text, Names names)
    {
        if (text.Length < 3)
            return text;
        var at = 1 + names.Below(text.Length - 2);
        return names.Below(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, ((char)('a' + names.Below(26))).ToString()),
            2 => string.Concat(text.AsSpan(0, at), text.AsSpan(at + 1, 1), text.AsSpan(at, 1), text.AsSpan(Math.Min(text.Length, at + 2))),
            _ => string.Concat(text.AsSpan(0, at), ((char)('a' + names.Below(26))).ToString(), text.AsSpan(at + 1)),
        };
    }

    private static string Telephone(Names names) => Invariant($"+447{names.Below(1_000_000_000):000000000}");

    private sealed record Person(int Name, string GivenName, string FamilyName, string Born, string Email, string Phone, string City)
    {
        internal static Person Make(Names names, int number)
        {
            // Half bear one of thirty names that everybody knows the short form of.
            var name = names.Below(2) == 0 ? names.Skewed(Given.Length) : -1;
            var (given, family) = (name >= 0 ? Given[name] : names.Given, names.Family);
            var born = new DateOnly(1940, 1, 1).AddDays(names.Below(365 * 65)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new(name, given, family, born, Invariant($"{given}.{family}{number % 100}@example{names.Skewed(5_000)}.com").ToLowerInvariant(), Telephone(names), names.City);
        }

        internal List<IdentityValue> Values() =>
        [
            new(FieldKind.GivenName, GivenName), new(FieldKind.FamilyName, FamilyName), new(FieldKind.Date, Born), new(FieldKind.Email, Email), new(FieldKind.Phone, Phone), new(FieldKind.City, City),
        ];
    }
}
