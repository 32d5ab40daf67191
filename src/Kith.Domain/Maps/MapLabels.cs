namespace Kith.Domain.Maps;

/// <summary>Something on a map that has a name.</summary>
/// <param name="At">Its middle.</param>
/// <param name="Reach">From its middle to its edge.</param>
/// <param name="Name">How it is called.</param>
/// <param name="Large">Whether the name may be of level 0.</param>
/// <param name="Outward">Whether the name stands on the side that is away from the middle of the map.</param>
public sealed record Labelled(Spot At, double Reach, string Name, bool Large = true, bool Outward = false);

/// <summary>On which side of its place a name stands.</summary>
public enum LabelSide
{
    /// <summary>It begins right of it.</summary>
    Right,

    /// <summary>It ends left of it.</summary>
    Left,

    /// <summary>Centred below it.</summary>
    Below,

    /// <summary>Centred above it.</summary>
    Above,
}

/// <summary>A name on a map.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width, at most: letters are taken to be wide ones.</param>
/// <param name="Height">Height of a line.</param>
/// <param name="Level">0 for the names to be read on the whole map; each further level is half as high, to be read once twice as near.</param>
/// <param name="Text">The name, cut where it is long.</param>
/// <param name="Side">On which side of its place it stands, where it stays as it grows smaller.</param>
public sealed record Label(double Left, double Top, double Width, double Height, int Level, string Text, LabelSide Side)
{
    /// <summary>The same name once one is so near that names of that level are read: smaller on the map, and still where it was.</summary>
    public Label Near(int level)
    {
        var part = 1.0 / (1 << Math.Max(0, level - Level));
        return this with { Left = Left + ((X - Left) * (1 - part)), Width = Width * part, Top = Top + ((Y - Top) * (1 - part)), Height = Height * part };
    }

    /// <summary>The point of the name that is nearest to its place.</summary>
    public double X => Left + (Width * Side switch { LabelSide.Right => 0, LabelSide.Left => 1, _ => 0.5 });

    /// <summary>The height of that point: the middle of the letters beside a place, their upper edge below it, and their lower edge above it.</summary>
    public double Y => Top + (Height * Side switch { LabelSide.Below => 0, LabelSide.Above => MapLabels.Baseline, _ => 0.5 });

    /// <summary>True where they have room in common; two that touch have not, however their edges are rounded.</summary>
    public bool Overlaps(Label other) => Left + Touch < other.Left + other.Width && other.Left + Touch < Left + Width && Top + Touch < other.Top + other.Height && other.Top + Touch < Top + Height;

    private const double Touch = 1e-6;
}

/// <summary>
/// Puts names on a map so that no two overlap, however near one comes: names keep their size for the eye, so that there is room for more of them at each
/// level. On each the most important first takes the first free side of its place (the greedy heuristic for point features; Christensen, Marks, Shieber,
/// "An empirical study of algorithms for point-feature label placement", ACM Transactions on Graphics 14, 1995).
/// </summary>
public static class MapLabels
{
    /// <summary>Levels of size.</summary>
    public const int Levels = 4;

    /// <summary>Height of the letters of level 0.</summary>
    public const double Size = 16;

    /// <summary>Letters of a name at most.</summary>
    public const int MostLetters = 24;

    /// <summary>Where in its height a line's letters stand.</summary>
    internal const double Baseline = 0.78;

    private const double Wide = 0.62;
    private const double Gap = 2;
    private const double Line = 1.1;
    private const double Cell = 60;

    /// <summary>A label for each, in the order given; null where there is no room even for the smallest.</summary>
    /// <param name="named">What has a name, the most important first.</param>
    public static IReadOnlyList<Label?> Place(IReadOnlyList<Labelled> named)
    {
        var labels = new Label?[named.Count];
        for (var level = 0; level < Levels; level++)
        {
            var taken = new Dictionary<(int, int), List<Label>>();
            foreach (var label in labels.OfType<Label>())
                Take(taken, label.Near(level));
            foreach (var (i, name) in named.Index().Where(n => labels[n.Index] is null && (level > 0 || n.Item.Large)))
                if ((labels[i] = Sides(name, level).FirstOrDefault(l => Free(taken, l))) is { } label)
                    Take(taken, label);
        }
        return labels;
    }

    /// <summary>The name as it is written: not longer than <see cref="MostLetters"/>.</summary>
    public static string Cut(string name) => name.Length <= MostLetters ? name : $"{name[..(char.IsHighSurrogate(name[MostLetters - 2]) ? MostLetters - 2 : MostLetters - 1)].TrimEnd()}…";

    private static IEnumerable<Label> Sides(Labelled named, int level)
    {
        var (size, text) = (Size / (1 << level), Cut(named.Name));
        // Letters of East Asian scripts are as wide as they are high.
        var (wide, high) = (text.Sum(c => c >= '\u2E80' ? 1 : Wide) * size, size * Line);
        var (at, away) = (named.At, named.Reach + Gap);
        Label right = new(at.X + away, at.Y - (high / 2), wide, high, level, text, LabelSide.Right), left = right with { Left = at.X - away - wide, Side = LabelSide.Left };
        Label below = new(at.X - (wide / 2), at.Y + away, wide, high, level, text, LabelSide.Below), above = below with { Top = at.Y - away - high, Side = LabelSide.Above };
        return named.Outward ? at.X < 0 ? [left] : [right] : level < 2 ? [right, left, below, above] : [below, above, right, left];
    }

    private static bool Free(Dictionary<(int, int), List<Label>> taken, Label label) =>
        !Cells(label).Any(cell => taken.TryGetValue(cell, out var there) && there.Exists(label.Overlaps));

    private static void Take(Dictionary<(int, int), List<Label>> taken, Label label)
    {
        foreach (var cell in Cells(label))
            (taken.TryGetValue(cell, out var there) ? there : taken[cell] = []).Add(label);
    }

    private static IEnumerable<(int, int)> Cells(Label label)
    {
        for (var x = (int)Math.Floor(label.Left / Cell); x <= (int)Math.Floor((label.Left + label.Width) / Cell); x++)
            for (var y = (int)Math.Floor(label.Top / Cell); y <= (int)Math.Floor((label.Top + label.Height) / Cell); y++)
                yield return (x, y);
    }
}
