using System.Text.Json;

namespace Kith.Formats.Monica;

/// <summary>The parts of an export brought together: everything refers to everything else by uuid.</summary>
internal sealed class MonicaAccount
{
    private static readonly string[] KnownBlocks =
        ["user", "contact", "relationship", "addressbook", "addressbook_subscription", "photo", "document", "activity"];

    private readonly string file;
    private readonly IssueLog issues;
    private readonly HashSet<string> reported = [];
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<string, JsonElement> photos = [];

    public MonicaAccount(JsonElement account, string file, IssueLog issues)
    {
        this.file = file;
        this.issues = issues;
        var data = account.Get("data");
        var instance = account.Get("instance");
        FieldKinds = Table(instance.Get("contact_field_types"));
        LifeEventKinds = Table(instance.Get("life_event_types"));
        ActivityKinds = Table(instance.Get("activity_types"));
        foreach (var photo in Values(data, "photo")) if (photo.Text("uuid") is { } uuid) photos.TryAdd(uuid, photo.Get("properties"));
        JsonElement[] people = [.. Values(data, "contact")];
        foreach (var person in people) if (person.Text("uuid") is { } uuid) names.TryAdd(uuid, NameOf(person.Get("properties")));

        var relations = Relations(data);
        var reader = new MonicaContacts(this);
        List<MonicaContact> contacts = [];
        foreach (var person in people)
        {
            var uuid = person.Text("uuid") ?? $"#{contacts.Count + 1}";
            contacts.Add(reader.Read(person, uuid, [.. relations[uuid]]));
        }
        Contacts = contacts;
        Activities = ReadActivities(data, contacts);
        Others = Unknown(data, KnownBlocks);
    }

    public IReadOnlyList<MonicaContact> Contacts { get; }

    public IReadOnlyList<MonicaActivity> Activities { get; }

    public IReadOnlyList<MonicaBlock> Others { get; }

    public IReadOnlyDictionary<string, JsonElement> FieldKinds { get; }

    public IReadOnlyDictionary<string, JsonElement> LifeEventKinds { get; }

    public IReadOnlyDictionary<string, JsonElement> ActivityKinds { get; }

    /// <summary>The values of all blocks of a kind; Monica has written the kind in the singular and in the plural.</summary>
    public static IEnumerable<JsonElement> Values(JsonElement blocks, string kind) =>
        blocks.Items().Where(block => IsKind(block, kind)).SelectMany(block => block.Get("values").Items());

    /// <summary>The blocks whose kind is not among the known ones; each kind is reported once.</summary>
    public List<MonicaBlock> Unknown(JsonElement blocks, string[] known)
    {
        List<MonicaBlock> unknown = [];
        foreach (var block in blocks.Items().Where(block => !known.Any(kind => IsKind(block, kind))))
        {
            var kind = block.Text("type") ?? "?";
            unknown.Add(new(kind, block.Raw()));
            if (reported.Add("block " + kind)) issues.Report(file, 0, "monica.block", $"'{Short(kind)}' is not known; it was kept as it is");
        }
        return unknown;
    }

    /// <summary>A person by uuid; one that the export lacks is reported.</summary>
    public MonicaReference Person(string uuid, string role)
    {
        if (!names.TryGetValue(uuid, out var name)) Missing(uuid, role);
        return new(uuid, name ?? "");
    }

    /// <summary>The entry of a lookup table; one that the export lacks is reported.</summary>
    public JsonElement Kind(IReadOnlyDictionary<string, JsonElement> table, string? uuid, string role)
    {
        if (uuid is null) return default;
        if (!table.TryGetValue(uuid, out var kind)) Missing(uuid, role);
        return kind;
    }

    public MonicaPhoto? Photo(string? uuid)
    {
        if (uuid is null) return null;
        if (!photos.TryGetValue(uuid, out var photo))
        {
            Missing(uuid, "a picture");
            return null;
        }
        var url = photo.Text("dataUrl") ?? "";
        var comma = url.IndexOf(',', StringComparison.Ordinal);
        var encoded = comma < 0 ? "" : url[(comma + 1)..];
        var bytes = new byte[encoded.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && length > 0 ? new(photo.Text("mime_type"), bytes.AsMemory(0, length)) : null;
    }

    private void Missing(string uuid, string role)
    {
        if (reported.Add($"{role} {uuid}")) issues.Report(file, 0, "monica.reference", $"The export lacks {Short(uuid)}, {role}");
    }

    // Both people see the tie: it says what the one is to the other.
    private ILookup<string, MonicaRelation> Relations(JsonElement data) =>
        Values(data, "relationship").Select(value => value.Get("properties"))
            .Select(tie => (Of: tie.Text("of_contact"), Is: tie.Text("contact_is"), Kind: tie.Text("type") ?? "related"))
            .Where(tie => tie.Of is not null && tie.Is is not null)
            .ToLookup(tie => Person(tie.Of!, "somebody with a relationship").Uuid, tie => new MonicaRelation(tie.Kind, Person(tie.Is!, "somebody with a relationship")));

    private List<MonicaActivity> ReadActivities(JsonElement data, List<MonicaContact> contacts)
    {
        var people = contacts.SelectMany(contact => contact.Activities.Select(activity => (activity, contact.Uuid))).ToLookup(pair => pair.activity, pair => pair.Uuid);
        List<MonicaActivity> activities = [];
        foreach (var value in Values(data, "activity"))
        {
            var properties = value.Get("properties");
            var uuid = value.Text("uuid") ?? $"#{activities.Count + 1}";
            activities.Add(new(uuid, properties.Day("happened_at"), properties.Text("summary"), properties.Text("description"),
                NameOfKind(Kind(ActivityKinds, properties.Text("type"), "a kind of activity")),
                [.. people[uuid].Select(person => Person(person, "a participant"))]));
        }
        var known = activities.Select(activity => activity.Uuid).ToHashSet();
        foreach (var missing in people.Select(group => group.Key).Where(uuid => !known.Contains(uuid))) Missing(missing, "an activity");
        return activities;
    }

    public static string? NameOfKind(JsonElement kind) => kind.Text("name") ?? kind.Text("translation_key");

    private static string NameOf(JsonElement person) =>
        string.Join(' ', new[] { person.Text("first_name"), person.Text("middle_name"), person.Text("last_name") }.OfType<string>());

    private static Dictionary<string, JsonElement> Table(JsonElement list)
    {
        Dictionary<string, JsonElement> table = [];
        foreach (var entry in list.Items()) if (entry.Text("uuid") is { } uuid) table.TryAdd(uuid, entry.Get("properties"));
        return table;
    }

    private static bool IsKind(JsonElement block, string kind) =>
        block.Text("type") is { } type && (type == kind || type == kind + "s" || type == kind + "es" || (kind.EndsWith('y') && type == kind[..^1] + "ies"));

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
