using Kith.Domain.Paths;

namespace Kith.Benchmarks;

/// <summary>One question: who can introduce the one to anyone of the others.</summary>
internal sealed record PathQuery(int From, int[] Targets);

/// <summary>The ties of each person as a plain list, for drawing questions and for checking answers without the code that is checked.</summary>
internal sealed class TieLists
{
    private const int FewestSteps = 2, MostSteps = 4, OneSetIn = 5, LargestSet = 10;

    private readonly List<(int Person, double Strength)>[] lists;

    internal TieLists(int people, Tie[] ties)
    {
        lists = [.. Enumerable.Range(0, people).Select(_ => new List<(int, double)>())];
        foreach (var (one, other, strength) in ties.Where(t => t.One != t.Other))
        {
            lists[one].Add((other, strength));
            lists[other].Add((one, strength));
        }
        for (var person = 0; person < people; person++)
            lists[person] = [.. lists[person].GroupBy(t => t.Person, (other, all) => (other, all.Max(t => t.Strength)))];
    }

    internal List<(int Person, double Strength)> this[int person] => lists[person];

    /// <summary>People two ties around each of these, counted as often as they are met.</summary>
    internal long Around(IEnumerable<int> people) => people.Sum(p => lists[p].Sum(t => (long)lists[t.Person].Count));

    /// <summary>Half of the questions are about anybody, half about somebody two to four ties away; one in five is about several people.</summary>
    internal List<PathQuery> Questions(int count, int seed)
    {
        var dice = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var from = dice.Next(lists.Length);
            var targets = Enumerable.Range(0, i % OneSetIn == 0 ? dice.Next(2, LargestSet + 1) : 1).Select(_ => i % 2 == 0 ? Walk(from, dice) : dice.Next(lists.Length));
            return new PathQuery(from, [.. targets]);
        })];
    }

    private int Walk(int person, Random dice)
    {
        for (var steps = dice.Next(FewestSteps, MostSteps + 1); steps > 0 && lists[person].Count > 0; steps--)
            person = lists[person][dice.Next(lists[person].Count)].Person;
        return person;
    }
}
