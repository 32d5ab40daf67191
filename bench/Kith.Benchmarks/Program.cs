using System.CommandLine;
using Kith.Benchmarks;
using Kith.Benchmarks.Market;

var json = new Option<bool>("--json") { Description = "Print one JSON document (the default, and the only form)", Recursive = true };
var root = new RootCommand("Measures what Kith claims. Run it in Release: dotnet run -c Release --project bench/Kith.Benchmarks -- NAME")
{
    json,
    ImportBench.Command(),
    ParseBench.Command(),
    TodayBench.Command(),
    SearchBench.Command(),
    WebBench.Command(),
    Corpus.Command(),
    IdentityBench.Command(),
    StrengthBench.Command(),
    FitBench.Command(),
    MeasureBench.Command(),
    ForecastBench.Command(),
    PathsBench.Command(),
    MarketBench.Command(),
};
return await root.Parse(args).InvokeAsync();
