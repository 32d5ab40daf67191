using System.Net;
using System.Text.RegularExpressions;

namespace Kith.Formats.LinkedIn;

/// <summary>Turns the HTML that LinkedIn stores for a message into the text a person saw.</summary>
public static partial class HtmlText
{
    public static string Plain(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return html.Trim();
        var broken = LineEnd().Replace(html, "\n");
        var text = WebUtility.HtmlDecode(Tag().Replace(broken, "")).Replace('\u00A0', ' ').Replace("\0", "", StringComparison.Ordinal);
        return ManyBreaks().Replace(text, "\n\n").Trim();
    }

    [GeneratedRegex(@"<br[^<>]*>|</(p|div|li|tr|h[1-6])\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    // A tag holds no further '<', so that a message full of them costs one pass.
    [GeneratedRegex(@"</?[a-z][^<>]*>|<!--[^<>]*-->", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\n[ \t]*(\r?\n[ \t]*){2,}")]
    private static partial Regex ManyBreaks();
}
