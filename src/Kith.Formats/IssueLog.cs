namespace Kith.Formats;

/// <summary>Collects what readers report; keeps the first issues and counts the rest, so that memory stays flat.</summary>
public sealed class IssueLog(int keep = 1_000)
{
    private readonly List<Issue> items = [];

    /// <summary>The first issues, file by file in the order of their lines.</summary>
    public IReadOnlyList<Issue> Items => [.. items.GroupBy(issue => issue.File).SelectMany(file => file.OrderBy(issue => issue.Line))];

    /// <summary>All issues reported, kept or not.</summary>
    public long Total { get; private set; }

    /// <summary>Rows without any content (<c>,,,,,,</c>), which are no issue.</summary>
    public long BlankRows { get; internal set; }

    /// <summary>Rows left out because they could not be read.</summary>
    public long SkippedRows { get; internal set; }

    public void Report(string file, int line, string code, string message)
    {
        Total++;
        if (items.Count < keep) items.Add(new(file, line, code, message));
    }
}
