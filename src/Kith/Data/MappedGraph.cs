using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kith.Domain;
using Kith.Domain.Paths;

namespace Kith.Data;

/// <summary>A graph of ties in a file that is mapped, not read: it opens at once, and the system keeps in memory what is used. No search may run when it is closed.</summary>
public sealed class MappedGraph : IDisposable
{
    private readonly Mapping mapping;

    private MappedGraph(Mapping mapping, TieGraph graph) => (this.mapping, Graph) = (mapping, graph);

    /// <summary>The graph, for as long as the file is open.</summary>
    public TieGraph Graph { get; }

    /// <summary>Puts the graph in the place of the file. Who has the file open keeps the one from before.</summary>
    public static void Write(TieGraph graph, string path)
    {
        var beside = path + ".new";
        using (var file = File.Create(beside))
            file.Write(graph.Bytes.Span);
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Opens a file that <see cref="Write"/> wrote. One that is not whole is refused.</summary>
    public static MappedGraph Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length is 0 or > int.MaxValue)
            throw new RefusedException("ties.damaged", $"This is not a file of ties: it has {length} bytes. Build it again.");
        var mapping = new Mapping(path, (int)length);
        try
        {
            return new(mapping, TieGraph.Read(mapping.Memory));
        }
        catch (RefusedException)
        {
            mapping.Close();
            throw;
        }
    }

    public void Dispose() => mapping.Close();

    private sealed class Mapping : MemoryManager<byte>
    {
        private readonly MemoryMappedFile file;
        private readonly MemoryMappedViewAccessor view;
        private readonly int length;

        internal Mapping(string path, int length)
        {
            this.length = length;
            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        }

        public override Span<byte> GetSpan()
        {
            ObjectDisposedException.ThrowIf(view.SafeMemoryMappedViewHandle.IsClosed, this);
            var address = view.SafeMemoryMappedViewHandle.DangerousGetHandle() + (nint)view.PointerOffset;
            return MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), address), length);
        }

        // Mapped memory never moves, and nothing here hands out its address.
        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin() => throw new NotSupportedException();

        internal void Close() => Dispose(true);

        protected override void Dispose(bool disposing)
        {
            view.Dispose();
            file.Dispose();
        }
    }
}
