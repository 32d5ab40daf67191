using Kith.Formats;

namespace Kith.Importing;

/// <summary>Counts what comes of the rows of one kind of file.</summary>
internal sealed class Tally(string file, string kind, IssueLog issues)
{
    private readonly Dictionary<string, (int Count, string Words)> skipped = [];

    internal string File => file;

    internal IssueLog Issues => issues;

    internal int Read { get; set; }

    internal int Added { get; private set; }

    internal int Updated { get; private set; }

    internal int Unchanged { get; private set; }

    /// <summary>Rows whose person may be somebody who is here already; the user decides.</summary>
    internal int Proposed { get; set; }

    /// <summary>Says what a row came to.</summary>
    internal void Count(Came came)
    {
        if (came == Came.Added)
            Added++;
        else if (came == Came.Updated)
            Updated++;
        else if (came == Came.Unchanged)
            Unchanged++;
    }

    /// <summary>Counts a row that is left out on purpose; they are told in one line each kind, "3 drafts were left out".</summary>
    internal void Skip(string code, string words) =>
        skipped[code] = (skipped.GetValueOrDefault(code).Count + 1, words);

    internal ImportedFile Report()
    {
        foreach (var (code, (count, words)) in skipped)
            issues.Report(file, 0, "skipped." + code, FormattableString.Invariant($"{count:N0} {(count == 1 ? "row" : "rows")} left out: {words}."));
        return new(file, kind, Read, Added, Updated, Unchanged, Proposed, [.. issues.Items.Select(i => new ImportIssue(i.Line, i.Code, i.Message))], issues.Total);
    }
}

/// <summary>What a row came to.</summary>
internal enum Came
{
    Nothing,
    Unchanged,
    Updated,
    Added,
}
