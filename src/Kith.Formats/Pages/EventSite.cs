using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.Pages;

/// <summary>What a web page says about an event; what it does not say is null or empty.</summary>
/// <param name="Start">When it begins; without an offset it is a time of wherever the event is.</param>
/// <param name="End">When it ends.</param>
/// <param name="Place">Where, in a line.</param>
/// <param name="Text">What happens there, as plain text.</param>
/// <param name="People">Names of speakers, performers and organisers.</param>
public sealed record PageEvent(DateTimeOffset? Start, DateTimeOffset? End, string? Place, string? Text, IReadOnlyList<string> People)
{
    /// <summary>True where the times came with an offset, so that they are instants.</summary>
    public bool HasOffset { get; init; }
}

/// <summary>
/// Reads the page of an event: what it states in JSON-LD as a schema.org Event, and otherwise the text a reader sees.
/// </summary>
public static class EventSite
{
    // Depth and count of what a hostile page may state.
    private const int MostDepth = 32;
    private const int MostPeople = 500;

    private static readonly string[] Roles = ["performer", "performers", "organizer"];

    private static readonly string[] Furniture = ["script", "style", "noscript", "template", "svg", "nav", "header", "footer", "form", "aside", "iframe", "dialog"];

    /// <summary>What the page says; the stream is read whole, so the caller bounds it.</summary>
    public static PageEvent Read(Stream page)
    {
        using var document = new HtmlParser().ParseDocument(page);
        var stated = document.QuerySelectorAll("script[type='application/ld+json']").Select(s => Stated(s.TextContent)).FirstOrDefault(e => e is not null);
        var seen = Seen(document);
        return stated is null ? new(null, null, null, seen, []) : stated with { Text = stated.Text ?? seen };
    }

    private static string? Seen(IHtmlDocument document)
    {
        var body = document.QuerySelector("main") ?? document.QuerySelector("article") ?? document.Body;
        if (body is null)
            return null;
        foreach (var thing in body.QuerySelectorAll(string.Join(',', Furniture)).ToList())
            thing.Remove();
        var text = string.Join('\n', HtmlText.Plain(body.InnerHtml).Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
        return text.Length == 0 ? null : text;
    }

    private static PageEvent? Stated(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = MostDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Find(document.RootElement) is { } stated ? Event(stated) : null;
        }
        catch (JsonException)
        {
            // A page's broken statement leaves its text.
            return null;
        }
    }

    private static JsonElement? Find(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Find).FirstOrDefault(e => e is not null),
        JsonValueKind.Object when Type(element).EndsWith("Event", StringComparison.Ordinal) => element,
        JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => Find(graph),
        _ => null,
    };

    private static string Type(JsonElement element) =>
        !element.TryGetProperty("@type", out var type) ? ""
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => Text(t)).FirstOrDefault() ?? "" : Text(type) ?? "";

    private static PageEvent Event(JsonElement stated)
    {
        var (start, offset) = Time(stated, "startDate");
        var (end, _) = Time(stated, "endDate");
        return new(
            start, end, Place(stated), stated.TryGetProperty("description", out var text) && Text(text) is { } said ? HtmlText.Plain(said) : null,
            [.. Roles.SelectMany(p => stated.TryGetProperty(p, out var people) ? Names(people) : []).Distinct().Take(MostPeople)])
        {
            HasOffset = offset,
        };
    }

    private static (DateTimeOffset? At, bool HasOffset) Time(JsonElement stated, string name)
    {
        if (!stated.TryGetProperty(name, out var value) || Text(value) is not { } text
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return (null, false);
        var clock = text.IndexOf('T', StringComparison.Ordinal);
        return (at, clock > 0 && text.AsSpan(clock).IndexOfAny('Z', '+', '-') > 0);
    }

    private static string? Place(JsonElement stated)
    {
        if (!stated.TryGetProperty("location", out var place))
            return null;
        if (place.ValueKind == JsonValueKind.Array)
            place = place.EnumerateArray().FirstOrDefault();
        if (place.ValueKind != JsonValueKind.Object)
            return Text(place);
        var name = place.TryGetProperty("name", out var called) ? Text(called) : null;
        var town = place.TryGetProperty("address", out var address)
            ? address.ValueKind == JsonValueKind.Object ? address.TryGetProperty("addressLocality", out var locality) ? Text(locality) : null : Text(address)
            : null;
        return string.Join(", ", new[] { name, town }.OfType<string>().Distinct()) is { Length: > 0 } line ? line : null;
    }

    // Organisations run events and are nobody to meet.
    private static IEnumerable<string> Names(JsonElement people) => people.ValueKind switch
    {
        JsonValueKind.Array => people.EnumerateArray().SelectMany(Names),
        JsonValueKind.Object when Type(people) is "Person" && people.TryGetProperty("name", out var name) && Text(name) is { } text => [text],
        _ => [],
    };

    private static string? Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
