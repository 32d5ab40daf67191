using System.Globalization;
using Kith.Domain.Paths;

namespace Kith.Benchmarks;

/// <summary>Invented ties, or those of a file.</summary>
internal static class GeneratedTies
{
    // Degrees of a power law with exponent 2.3 (real networks of people: 2 to 3), whose first person has about 90,000 of 10,000,000 ties.
    private const double Decay = 1 / 1.3, Offset = 1.2;

    private const float Weakest = 0.01f;

    /// <summary>Ties between people drawn alike, or some a thousand times as often as others; strengths are as often weak as strong.</summary>
    internal static Tie[] Make(int people, int count, bool isHeavy, int seed)
    {
        var dice = new Random(seed);
        var numbers = Enumerable.Range(0, people).ToArray();
        dice.Shuffle(numbers);
        var ties = new Tie[count];
        for (var i = 0; i < count; i++)
            ties[i] = new(numbers[Draw()], numbers[Draw()], Weakest + ((1 - Weakest) * dice.NextSingle()));
        return ties;

        // The inverse of the summed weights (i + offset)^-decay, taken as an integral.
        int Draw()
        {
            if (!isHeavy)
                return dice.Next(people);
            var (low, high) = (Math.Pow(Offset, 1 - Decay), Math.Pow(people + Offset, 1 - Decay));
            return Math.Min(people - 1, (int)(Math.Pow(low + (dice.NextDouble() * (high - low)), 1 / (1 - Decay)) - Offset));
        }
    }

    /// <summary>Lines of two names and a strength, by white space or comma; # begins a comment.</summary>
    internal static (int People, Tie[] Ties) Read(FileInfo file)
    {
        var (numbers, ties) = (new Dictionary<string, int>(), new List<Tie>());
        foreach (var line in File.ReadLines(file.FullName))
        {
            var parts = line.Split('#')[0].Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0)
                continue;
            if (parts.Length < 3 || !float.TryParse(parts[2], CultureInfo.InvariantCulture, out var strength) || !(strength is > 0 and <= 1))
                throw new InvalidDataException($"A line is two people and a strength above 0 and at most 1, and not: {line}");
            ties.Add(new(NumberOf(parts[0]), NumberOf(parts[1]), strength));
        }
        return (numbers.Count, [.. ties]);

        int NumberOf(string name) => numbers.TryGetValue(name, out var number) ? number : numbers[name] = numbers.Count;
    }
}
