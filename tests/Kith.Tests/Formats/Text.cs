using System.Text;

namespace Kith.Tests.Formats;

/// <summary>Streams of a few lines of text.</summary>
internal static class Text
{
    public static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
