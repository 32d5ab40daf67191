using System.Text.RegularExpressions;

namespace Kith.App.Tests.Architecture;

/// <summary>Rules on the text of the sources. Each yields one line for every breach.</summary>
public static partial class SourceRules
{
    private const int LongestFile = 300;

    // The icons' drawings are constants of our own, so nobody's text can get into them.
    private const string OwnDrawing = "(MarkupString)Strokes.Of(";

    public static IEnumerable<string> TooLong(IEnumerable<Source> sources) =>
        from source in sources
        let lines = source.Text.AsSpan().TrimEnd('\n').Count('\n') + 1
        where lines > LongestFile
        select $"{source.Path} has {lines} lines";

    // Slices are told apart by namespace, so a namespace must not lie about the folder.
    public static IEnumerable<string> StrayNamespaces(IEnumerable<Source> sources) =>
        from source in sources
        let folder = SliceFolder().Match(source.Path)
        where folder.Success
        let name = NamespaceLine().Match(source.Text).Groups[1].Value
        let wanted = "Kith" + (folder.Groups[1].Value is "" ? "" : "." + folder.Groups[1].Value)
        where name.Length > 0 && name != wanted && !name.StartsWith(wanted + ".", StringComparison.Ordinal)
        select $"{source.Path} says {name}, not {wanted}";

    // What the content security policy would refuse in the browser, and what would print unescaped text.
    public static IEnumerable<string> UnsafeMarkup(IEnumerable<Source> sources) =>
        from source in sources
        where source.Path.EndsWith(".razor", StringComparison.Ordinal)
        from breach in UnsafeMarkupPattern().Matches(source.Text.Replace(OwnDrawing, "", StringComparison.Ordinal))
        select $"{source.Path}: {breach.Value.Trim()}";

    public static IEnumerable<string> LiftedBans(IEnumerable<Source> sources) =>
        from source in sources
        where source.Path != "src/Kith.Domain/Ids.cs" && source.Text.Contains("RS0030", StringComparison.Ordinal)
        select source.Path;

    [GeneratedRegex(@"^src/Kith/(?:([^/]+)/.*|[^/]+)\.(?:cs|razor)$")]
    private static partial Regex SliceFolder();

    [GeneratedRegex(@"^\s*@?namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"MarkupString|\sstyle=|<style\b|<script\b[^>]*>(?!\s*</script>)|\son[a-z]+=|javascript:")]
    private static partial Regex UnsafeMarkupPattern();
}
