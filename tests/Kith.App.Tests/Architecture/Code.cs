using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Kith.App.Tests.Architecture;

/// <summary>What the rules look at: the product's types and sources, and the samples that break each rule.</summary>
public static class Code
{
    /// <summary>Where the samples live; they stand to this namespace as the product stands to <c>Kith</c>.</summary>
    public const string GuiltyRoot = "Kith.App.Tests.Architecture.Guilty";

    private static readonly Lazy<IReadOnlyList<IType>> allTypes =
        new(() => [.. new ArchLoader().LoadAssemblies(Domain, Formats, Product, Tests).Build().Types.Where(type => !type.IsCompilerGenerated)]);

    private static readonly Lazy<string> root = new(FindRoot);

    public static Assembly Domain => Assembly.Load("Kith.Domain");

    public static Assembly Formats => Assembly.Load("Kith.Formats");

    public static Assembly Product => Assembly.Load("kith");

    public static Assembly Tests => typeof(Code).Assembly;

    /// <summary>The top folder of the repository, found from where the tests were built.</summary>
    public static string Root => root.Value;

    public static IReadOnlyList<IType> ProductTypes => [.. allTypes.Value.Where(type => type.IsOf(Product))];

    public static IReadOnlyList<IType> DomainTypes => [.. allTypes.Value.Where(type => type.IsOf(Domain))];

    public static IReadOnlyList<IType> AllTypes => [.. allTypes.Value.Where(type => !type.IsOf(Tests))];

    public static IReadOnlyList<IType> GuiltyTypes => [.. allTypes.Value.Where(type => type.FullName.StartsWith(GuiltyRoot + ".", StringComparison.Ordinal))];

    /// <summary>Hand-written C# and Razor under <c>src</c>; migrations are generated.</summary>
    public static IReadOnlyList<Source> Sources { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".razor" or ".csproj")
            .Select(path => new Source(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)))
            .Where(source => !source.Path.Contains("/Data/Migrations/", StringComparison.Ordinal)),
    ];

    private static bool IsOf(this IType type, Assembly assembly) => type.Assembly.Name.Split(',')[0] == assembly.GetName().Name;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kith.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No Kith.slnx above " + AppContext.BaseDirectory);
    }
}

/// <summary>One source file, its path counted from the top of the repository.</summary>
public sealed record Source(string Path, string Text);
