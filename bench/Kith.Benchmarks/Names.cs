using System.Globalization;

namespace Kith.Benchmarks;

/// <summary>Makes up people, companies and titles whose frequencies look like those of a real network: few names are common, most are rare.</summary>
internal sealed class Names(int people)
{
    private static readonly string[] Syllables =
    [
        "ka", "lo", "mi", "ren", "tas", "vel", "dor", "shi", "ne", "bar", "oma", "li", "zu", "fen", "gar", "hol", "ist", "jun", "kor", "lan", "mar", "nov", "ost", "pel", "qui", "ros",
        "sin", "tur", "und", "wen",
    ];

    private static readonly string[] Titles =
    [
        "Data Scientist", "Product Manager", "Head of Operations", "Software Engineer", "Recruiter", "Consultant", "Account Manager", "Chief Executive", "Analyst", "Founder",
        "Marketing Lead", "Project Manager", "Designer", "Researcher", "Sales Director", "Team Lead", "HR Partner", "Teacher", "Lawyer", "Controller",
    ];

    private Random dice = new(people);

    /// <summary>Other numbers give other people of the same kind.</summary>
    internal int Seed { init => dice = new(people + value); }

    internal string Given => Word(Skewed(400));

    internal string Family => Word(1_000 + Skewed(Math.Max(50, people / 3)));

    internal string Company => $"{Word(100_000 + Skewed(Math.Max(20, people / 10)))} {Pick(["Works", "Labs", "Group", "& Finch", "Energy", "Partners"])}";

    internal string City => Word(500_000 + Skewed(3_000));

    internal string Title => Pick(Titles);

    internal int Below(int limit) => dice.Next(limit);

    internal T Pick<T>(IReadOnlyList<T> choices) => choices[dice.Next(choices.Count)];

    /// <summary>A number below the limit, small ones far more often (about Zipf's law).</summary>
    internal int Skewed(int limit) => (int)(Math.Pow(limit, dice.NextDouble()) - 1);

    private static string Word(int number)
    {
        var word = "";
        for (var rest = number + 31; rest > 0; rest /= Syllables.Length)
            word += Syllables[rest % Syllables.Length];
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(word[0])}{word[1..]}");
    }
}
