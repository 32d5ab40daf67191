using System.CommandLine;
using System.Diagnostics;
using Kith.Data;
using Kith.Domain.Paths;

namespace Kith.Benchmarks;

/// <summary>How fast the people are found who can introduce one to another, and whether every path that matters is found.</summary>
internal static class PathsBench
{
    // On larger graphs only a sample of the questions is checked, and of these the ones that trying every path can answer.
    private const int SmallGraph = 2_000, Warming = 300;

    private const long TriedAtMost = 1_500_000;

    // A strength is kept to within 1/8192 of itself.
    private const double Rounding = 1.01 / (2 * TieCost.StepsPerNat);

    private static readonly Option<int> People = Arguments.People(100_000);

    private static readonly Option<int> Ties = new("--ties") { Description = "Ties between them", DefaultValueFactory = _ => 1_000_000 };

    private static readonly Option<int> Queries = new("--queries") { Description = "Questions asked", DefaultValueFactory = _ => 1_000 };

    private static readonly Option<int> Seed = new("--seed") { Description = "Other numbers give other ties and questions", DefaultValueFactory = _ => 1 };

    private static readonly Option<string> Degrees = new("--degrees") { Description = "heavy: few people know very many, as in life; uniform: all know about as many", DefaultValueFactory = _ => "heavy" };

    private static readonly Option<bool> Unlimited = new("--unlimited") { Description = "The one best path of any length" };

    private static readonly Option<int> Check = new("--check") { Description = "Questions checked by trying every path; all on a graph of at most 2,000 people", DefaultValueFactory = _ => 200 };

    private static readonly Option<FileInfo?> Graph = new("--graph") { Description = "Instead of invented ties: lines of two people and a strength" };

    internal static Command Command()
    {
        Degrees.AcceptOnlyFromAmong("heavy", "uniform");
        var command = new Command("paths", "Find who can introduce one person to another") { People, Ties, Queries, Seed, Degrees, Unlimited, Check, Graph };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var seed = parsed.GetValue(Seed);
        var (people, ties) = parsed.GetValue(Graph) is { } file ? GeneratedTies.Read(file) : (parsed.GetValue(People), GeneratedTies.Make(parsed.GetValue(People), parsed.GetValue(Ties), parsed.GetValue(Degrees) == "heavy", seed));
        var started = Stopwatch.GetTimestamp();
        var built = TieGraph.Build(people, ties);
        var buildSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var path = Path.GetTempFileName();
        MappedGraph.Write(built, path);
        started = Stopwatch.GetTimestamp();
        using var mapped = MappedGraph.Open(path);
        var openSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        File.Delete(path);
        var lists = new TieLists(people, ties);
        var options = new PathOptions(Limit: parsed.GetValue(Unlimited) ? null : PathOptions.MostTies);
        foreach (var question in lists.Questions(Warming, seed - 1))
            Ask(mapped.Graph, question, options, new());
        var (times, questions) = (new Timings(), lists.Questions(parsed.GetValue(Queries), seed));
        var answers = questions.ConvertAll(q => Ask(mapped.Graph, q, options, times));
        var wanted = people <= SmallGraph ? questions.Count : parsed.GetValue(Check);
        var (checkedCount, mismatches) = Compare(lists, questions, answers, options, wanted);
        Print.Document(new
        {
            people,
            ties = mapped.Graph.Ties,
            mostTies = Enumerable.Range(0, people).Max(mapped.Graph.Degree),
            buildSeconds = Print.Round(buildSeconds),
            bytesPerTie = Print.Round(mapped.Graph.Bytes.Length / (2.0 * mapped.Graph.Ties)),
            openSeconds = Print.Round(openSeconds, 3),
            queries = questions.Count,
            answered = answers.Count(a => a.Count > 0),
            p50us = times.Percentile(0.50),
            p95us = times.Percentile(0.95),
            p99us = times.Percentile(0.99),
            mostUs = times.Percentile(1),
            @checked = checkedCount,
            mismatches,
        });
        return mismatches == 0 ? 0 : 1;
    }

    private static (int Checked, int Mismatches) Compare(TieLists lists, List<PathQuery> questions, List<IReadOnlyList<WarmPath>> answers, PathOptions options, int wanted)
    {
        var every = new EveryPath(lists, options.Count);
        var (done, wrong) = (0, 0);
        for (var i = 0; i < questions.Count && done < wanted; i++)
        {
            if (options.Limit is not null && lists.Around([questions[i].From, .. questions[i].Targets]) > TriedAtMost)
                continue;
            done++;
            if (options.Limit is null ? IsBest(every.Longest(questions[i]), answers[i]) : AreSame(every.Reaches(questions[i]), answers[i]))
                continue;
            wrong++;
            Print.Step($"Mismatch: from {questions[i].From} to {string.Join(' ', questions[i].Targets)}");
        }
        return (done, wrong);
    }

    private static bool AreSame(List<double> expected, IReadOnlyList<WarmPath> paths) =>
        expected.Count == paths.Count && expected.Zip(paths.Select(p => p.Reach).OrderDescending(), (e, f) => Math.Abs(f / e - 1) <= PathOptions.MostTies * Rounding).All(same => same);

    private static bool IsBest((double Reach, int Ties) expected, IReadOnlyList<WarmPath> paths) =>
        paths.Count == 0 ? expected.Reach == 0 : Math.Abs(paths[0].Reach / expected.Reach - 1) <= Math.Max(expected.Ties, paths[0].People.Count - 1) * Rounding;

    private static IReadOnlyList<WarmPath> Ask(TieGraph graph, PathQuery question, PathOptions options, Timings times)
    {
        var started = Stopwatch.GetTimestamp();
        var paths = WarmPaths.Between(graph, question.From, question.Targets, options);
        times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        return paths;
    }
}
