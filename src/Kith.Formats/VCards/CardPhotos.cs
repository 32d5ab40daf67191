using System.Text;
using Kith.Formats.Contacts;

namespace Kith.Formats.VCards;

/// <summary>The picture of a card: the first that is in it, else the first that has an address.</summary>
internal sealed class CardPhotos
{
    // Base64 that nobody declared is at least as long as the smallest picture.
    private const int SmallestPicture = 48;

    private ContactPhoto? held, linked;

    public ContactPhoto? Best => held ?? linked;

    public void Read(VCardProperty property)
    {
        if (property.Bytes is { IsEmpty: false } bytes)
        {
            held ??= new(property.MediaType, bytes);
            return;
        }
        var text = Escapes.Read(property.Value);
        if (text.Contains("://", StringComparison.Ordinal))
            linked ??= new(MediaTypes.Of(property.Parameters, []), ReadOnlyMemory<byte>.Empty, text);
        else if (text.Length >= SmallestPicture && DataUri.TryDecode(Encoding.UTF8.GetBytes(text), out var decoded))
            held ??= new(MediaTypes.Of(property.Parameters, decoded.Span), decoded);
    }
}
