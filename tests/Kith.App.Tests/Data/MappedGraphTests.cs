using Kith.Data;
using Kith.Domain;
using Kith.Domain.Paths;

namespace Kith.App.Tests.Data;

public sealed class MappedGraphTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kith-graph-");

    private string Path => System.IO.Path.Combine(folder.FullName, "ties");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_graph_in_a_file_answers_as_the_one_it_was_written_from()
    {
        var graph = TieGraph.Build(4, [new(0, 1, 0.5f), new(1, 2, 0.5f), new(0, 3, 0.1f), new(3, 2, 0.9f)]);
        MappedGraph.Write(graph, Path);

        using var mapped = MappedGraph.Open(Path);

        mapped.Graph.Ties.ShouldBe(graph.Ties);
        WarmPaths.Between(mapped.Graph, 0, 2).Select(p => (string.Join(',', p.People), p.Reach)).ShouldBe(WarmPaths.Between(graph, 0, 2).Select(p => (string.Join(',', p.People), p.Reach)));
    }

    [Fact]
    public void A_file_that_was_cut_off_is_refused()
    {
        MappedGraph.Write(TieGraph.Build(3, [new(0, 1, 0.5f), new(1, 2, 0.5f)]), Path);
        using (var file = File.OpenWrite(Path))
            file.SetLength(file.Length - 3);

        Should.Throw<RefusedException>(() => MappedGraph.Open(Path)).Code.ShouldBe("ties.damaged");
        File.WriteAllText(Path, "");
        Should.Throw<RefusedException>(() => MappedGraph.Open(Path)).Code.ShouldBe("ties.damaged");
    }
}
