using System.Globalization;
using Kith.Domain.Strength;

namespace Kith.Benchmarks.Ties;

/// <summary>Fits the constants of <see cref="TieModel"/>: ridge-penalised maximum likelihood by Newton's method on standardised variables.</summary>
internal static class TieFit
{
    private const double Ridge = 1e-3;
    private const int Steps = 25;

    internal readonly record struct Example(double[] Described, bool Came, double Weight);

    internal static string Print(TieModel model) => string.Join(',', model.Weights.Prepend(model.Intercept).Select(w => w.ToString("0.####", CultureInfo.InvariantCulture)));

    internal static TieModel Parse(string constants)
    {
        var numbers = constants.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length == TieModel.Variables.Count + 1 ? new(numbers[0], numbers[1..]) : throw new InvalidOperationException($"A model has {TieModel.Variables.Count + 1} constants.");
    }

    internal static TieModel Fit(IReadOnlyList<Example> examples)
    {
        var variables = TieModel.Variables.Count;
        var total = examples.Sum(e => e.Weight);
        var means = Enumerable.Range(0, variables).Select(v => examples.Sum(e => e.Weight * e.Described[v]) / total).ToArray();
        var spreads = Enumerable.Range(0, variables).Select(v => Math.Sqrt(examples.Sum(e => e.Weight * Math.Pow(e.Described[v] - means[v], 2)) / total)).ToArray();
        var rows = examples.Select(e => e.Described.Select((x, v) => (x - means[v]) / spreads[v]).Append(1).ToArray()).ToArray();
        var weights = new double[variables + 1];
        for (var step = 0; step < Steps && Improve(weights, rows, examples, total) > 1e-7; step++)
        {
        }
        var plain = Enumerable.Range(0, variables).Select(v => weights[v] / spreads[v]).ToArray();
        return new(weights[^1] - plain.Select((w, v) => w * means[v]).Sum(), plain);
    }

    private static double Improve(double[] weights, double[][] rows, IReadOnlyList<Example> examples, double total)
    {
        var n = weights.Length;
        var gradient = new double[n];
        var curvature = new double[n, n];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var p = 1 / (1 + Math.Exp(-row.Zip(weights, (x, w) => x * w).Sum()));
            var share = examples[i].Weight / total;
            for (var a = 0; a < n; a++)
            {
                gradient[a] += share * ((examples[i].Came ? 1 : 0) - p) * row[a];
                for (var b = 0; b < n; b++)
                    curvature[a, b] += share * p * (1 - p) * row[a] * row[b];
            }
        }
        for (var a = 0; a < n - 1; a++)
        {
            gradient[a] -= Ridge * weights[a];
            curvature[a, a] += Ridge;
        }
        var step = Solve(curvature, gradient);
        for (var a = 0; a < n; a++)
            weights[a] += step[a];
        return step.Max(Math.Abs);
    }

    // Gauss-Jordan is enough: the matrix is small and positive definite.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var pivot = 0; pivot < n; pivot++)
            for (var row = 0; row < n; row++)
            {
                if (row == pivot)
                    continue;
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < n; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
                right[row] -= factor * right[pivot];
            }
        return [.. right.Select((r, i) => r / matrix[i, i])];
    }
}
