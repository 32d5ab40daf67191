namespace Kith.Tests.Formats;

/// <summary>The small fictitious files that stand for every generation of an export.</summary>
internal static class Samples
{
    public static byte[] LinkedIn(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "linkedin", name));
}
