namespace Kith.Tests.Formats;

/// <summary>The small fictitious files that stand for every generation of an export.</summary>
internal static class Samples
{
    public static byte[] LinkedIn(string name) => Read("linkedin/" + name);

    /// <summary>A sample by its folder and name: <c>google/contacts-new.csv</c>.</summary>
    public static byte[] Read(string path) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", path));
}
