using System.Globalization;
using System.IO.Compression;
using Kith.Domain;
using Kith.Domain.Strength;

namespace Kith.Benchmarks.Ties;

/// <summary>Messages between many people over time, read from lines "source target unix-seconds".</summary>
internal sealed class TieNetwork
{
    private static readonly char[] Separators = [' ', '\t', ','];

    private readonly List<Message> messages = [];
    private readonly HashSet<int> counted = [];

    private readonly record struct Message(int From, int To, long At);

    /// <summary>Reads a file; .gz too. Comments, headers, messages to oneself, times before <paramref name="after"/> and exact repeats are left out.</summary>
    internal static TieNetwork Read(FileInfo file, long after, FileInfo? egos)
    {
        using var raw = file.OpenRead();
        using Stream source = file.Extension == ".gz" ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(source);
        var network = new TieNetwork();
        var numbers = new Dictionary<string, int>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.StartsWith('#') ? [] : line.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length >= 3 && double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var at) && at > after && parts[0] != parts[1])
                network.messages.Add(new(Number(parts[0]), Number(parts[1]), (long)at));
        }
        if (egos is not null)
            network.counted.UnionWith(File.ReadLines(egos.FullName).Select(name => numbers.GetValueOrDefault(name.Trim(), -1)));
        network.messages.Sort((a, b) => a.At.CompareTo(b.At));
        return network;

        int Number(string name) => numbers.TryGetValue(name, out var number) ? number : numbers[name] = numbers.Count;
    }

    /// <summary>Leaves out every message that says the same as another.</summary>
    internal void DropRepeats()
    {
        var seen = new HashSet<Message>();
        messages.RemoveAll(m => !seen.Add(m));
    }

    /// <summary>Three equal steps through the last half that leave a horizon to look into.</summary>
    internal long[] Cutoffs(double horizonDays)
    {
        var (first, last) = (messages[0].At, messages[^1].At - (long)(horizonDays * TimeSpan.SecondsPerDay));
        var from = Math.Min(first + ((messages[^1].At - first) / 2), first + ((last - first) / 2));
        return [from, from + ((last - from) / 2), last];
    }

    /// <summary>Every ordered pair with a message up to the cut-off, and what came of it within the horizon.</summary>
    internal IReadOnlyList<Tie> At(long cutoff, double horizonDays)
    {
        var ties = new Dictionary<(int Ego, int Alter), (TieHistory History, List<long> Times)>();
        var later = new HashSet<(int, int)>();
        foreach (var m in messages)
            if (m.At > cutoff)
            {
                if (m.At <= cutoff + (horizonDays * TimeSpan.SecondsPerDay))
                    later.Add((m.From, m.To));
            }
            else
            {
                Add((m.From, m.To), m.At, Direction.Out);
                Add((m.To, m.From), m.At, Direction.In);
            }
        return [.. ties.Select(t => new Tie(t.Key.Ego, t.Value.History, t.Value.Times, later.Contains((t.Key.Ego, t.Key.Alter)), later.Contains((t.Key.Alter, t.Key.Ego)))
        {
            IsCounted = counted.Count == 0 || counted.Contains(t.Key.Ego),
        })];

        void Add((int, int) pair, long at, Direction direction)
        {
            if (!ties.TryGetValue(pair, out var tie))
                ties[pair] = tie = (new(horizonDays), []);
            tie.History.Add(new(Time(at), Channel.Message, direction));
            tie.Times.Add(direction == Direction.Out ? at : -at);
        }
    }

    internal static DateTime Time(long seconds) => DateTime.UnixEpoch.AddSeconds(seconds);
}

/// <summary>One ego's tie at a cut-off.</summary>
/// <param name="Ego">Number of the ego.</param>
/// <param name="History">What strength is computed from.</param>
/// <param name="Times">Unix seconds of the messages, negative for those that came in.</param>
/// <param name="WritesAgain">The ego writes within the horizon.</param>
/// <param name="IsWrittenTo">The alter writes within the horizon.</param>
internal sealed record Tie(int Ego, TieHistory History, List<long> Times, bool WritesAgain, bool IsWrittenTo)
{
    /// <summary>False for an ego that was not asked about.</summary>
    internal bool IsCounted { get; init; } = true;

    internal bool IsReciprocal => WritesAgain && IsWrittenTo;

    internal bool IsAny => WritesAgain || IsWrittenTo;
}
