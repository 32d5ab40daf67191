using Kith.Domain;

namespace Kith.Shared;

/// <summary>Addresses that people type and pages link to.</summary>
public static class WebAddress
{
    /// <summary>The address with its scheme, null where there is none; anything but the web is refused, because it becomes a link.</summary>
    public static string? Checked(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var address = typed.Contains("://", StringComparison.Ordinal) ? typed.Trim() : $"https://{typed.Trim()}";
        return IsWeb(address) ? address : throw new RefusedException("address.invalid", "A web address begins with https:// and names a site.");
    }

    /// <summary>True when it can be linked to: imported rows may hold anything.</summary>
    public static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
