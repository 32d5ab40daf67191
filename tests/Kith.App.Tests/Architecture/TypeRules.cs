using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;

namespace Kith.App.Tests.Architecture;

/// <summary>Rules on types and what they use. Each yields one line for every breach.</summary>
public static class TypeRules
{
    private static readonly string[] foundations = ["Data", "Shared"];

    // The command line is a table of all verbs, so it may use slices; nothing else outside a slice's folder may.
    private static readonly string[] noSlices = [.. foundations, "CommandLine"];

    private static readonly string[] emptyWords = ["Service", "Manager", "Helper", "Util", "Utils", "Impl", "Processor", "Dto", "Info"];

    public static IEnumerable<string> SlicesUsingSlices(IReadOnlyCollection<IType> types, string root) =>
        from use in Uses(types, root)
        where IsSlice(use.From) && IsSlice(use.To) && use.From != use.To
        select use.Line;

    public static IEnumerable<string> FoundationsUsingSlices(IReadOnlyCollection<IType> types, string root) =>
        from use in Uses(types, root)
        where foundations.Contains(use.From) && IsSlice(use.To)
        select use.Line;

    public static IEnumerable<string> SharedNamespaces(IEnumerable<IType> domain, string domainRoot, IEnumerable<IType> product, string root) =>
        domain.Select(type => Part(type, domainRoot)).OfType<string>().Intersect(product.Select(type => Part(type, root)).OfType<string>());

    public static IEnumerable<string> EmptyNames(IEnumerable<IType> types) =>
        from type in types
        let name = type.Name.Split('`', '<')[0]
        where emptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal))
        select type.FullName;

    public static IEnumerable<string> LonelyInterfaces(IReadOnlyCollection<IType> types, IReadOnlyCollection<string> allowed) =>
        from one in types.OfType<Interface>()
        where !allowed.Contains(one.FullName)
        let kinds = types.Count(type => type is not Interface && type.ImplementsInterface(one))
        where kinds < 2
        select $"{one.FullName} has {kinds} implementations";

    private static IEnumerable<(string From, string To, string Line)> Uses(IReadOnlyCollection<IType> types, string root)
    {
        var own = types.ToHashSet();
        return (from type in types
                let part = Part(type, root)
                where part is not null
                from target in type.Dependencies.Select(dependency => dependency.Target).Where(own.Contains).Distinct()
                let other = Part(target, root)
                where other is not null
                select (part, other, $"{type.FullName} uses {target.FullName}")).Distinct();
    }

    private static bool IsSlice(string part) => !noSlices.Contains(part);

    // The folder under the root: "Goals" of Kith.Goals.GoalPage; nothing for what stands at the root itself.
    private static string? Part(IType type, string root) =>
        type.FullName.StartsWith(root + ".", StringComparison.Ordinal) && type.Namespace.FullName.Length > root.Length
            ? type.Namespace.FullName[(root.Length + 1)..].Split('.')[0]
            : null;
}
