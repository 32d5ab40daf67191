using System.Reflection;

namespace Kith.App.Tests.Architecture;

/// <summary>What an assembly may refer to. Each rule yields the references that break it.</summary>
public static class AssemblyRules
{
    private static readonly string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    // A package may call itself System.Something too, so the name alone does not make it the base library.
    public static IEnumerable<string> OutsideTheBaseLibrary(IEnumerable<string> references) =>
        references.Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || !File.Exists(Path.Combine(framework, name + ".dll")));

    public static IEnumerable<string> ProjectsOfKith(IEnumerable<string> references) =>
        references.Where(name => name.Split('.')[0].Equals("kith", StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<string> ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
