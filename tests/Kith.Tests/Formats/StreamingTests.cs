using System.Text;
using Kith.Formats;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class StreamingTests
{
    private const int Rows = 200_000;

    [Fact]
    public void Ten_records_take_no_more_of_the_file_than_they_need()
    {
        using var export = new EndlessExport(Rows);

        LinkedInFiles.Connections.Read(export, new()).Take(10).Count().ShouldBe(10);

        export.Given.ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public void A_column_that_needs_a_look_ahead_gets_a_bounded_one()
    {
        using var export = new EndlessExport(Rows, date: "3/4/2024");

        LinkedInFiles.Connections.Read(export, new()).First().ConnectedOn.ShouldBe(new DateOnly(2024, 3, 4));

        export.Given.ShouldBeLessThan(512 * 1024);
    }

    [Fact]
    public void Two_hundred_thousand_records_pass_without_being_held()
    {
        using var export = new EndlessExport(Rows);
        var issues = new IssueLog();
        List<WeakReference> passed = [];
        var (count, furthestAhead) = (0, 0);

        foreach (var connection in LinkedInFiles.Connections.Read(export, issues))
        {
            if (++count % 1_000 == 1) passed.Add(new(connection));
            furthestAhead = Math.Max(furthestAhead, export.RowsGiven - count);
        }

        count.ShouldBe(Rows);
        issues.Total.ShouldBe(0);
        furthestAhead.ShouldBeLessThan(1_000);
        GC.Collect();
        passed.Count(record => record.IsAlive).ShouldBeLessThan(2);
    }

    [Fact]
    public void A_file_of_broken_rows_keeps_memory_flat_too()
    {
        using var export = new EndlessExport(Rows, date: "1 Mar 2024,one field too many");
        var issues = new IssueLog();

        LinkedInFiles.Connections.Read(export, issues).ShouldBeEmpty();

        issues.Total.ShouldBe(Rows);
        issues.Items.Count.ShouldBe(1_000);
    }

    /// <summary>A Connections.csv that is made while it is read, and counts what it gave away.</summary>
    private sealed class EndlessExport(int rows, string date = "12 Mar 2024") : Stream
    {
        private byte[] chunk = Encoding.UTF8.GetBytes("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n");
        private int next;

        public int RowsGiven { get; private set; }
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (next == chunk.Length)
            {
                if (RowsGiven == rows) return 0;
                RowsGiven++;
                chunk = Encoding.UTF8.GetBytes(
                    $"Bo{RowsGiven},Lind,https://www.linkedin.com/in/bo-{RowsGiven},,Harbor & Finch,\"Clerk, {RowsGiven}\",{date}\n");
                next = 0;
            }
            var given = Math.Min(count, chunk.Length - next);
            chunk.AsSpan(next, given).CopyTo(buffer.AsSpan(offset));
            next += given;
            Given += given;
            return given;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
