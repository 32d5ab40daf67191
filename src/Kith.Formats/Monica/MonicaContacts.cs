using System.Text.Json;

namespace Kith.Formats.Monica;

/// <summary>Makes the records of people from their JSON.</summary>
internal sealed class MonicaContacts(MonicaAccount account)
{
    private static readonly string[] KnownBlocks =
    [
        "call", "contact_field", "debt", "gift", "note", "reminder", "task", "address", "pet", "conversation", "life_event", "activity", "photo", "document"
    ];

    public MonicaContact Read(JsonElement person, string uuid, IReadOnlyList<MonicaRelation> relations)
    {
        var its = person.Get("properties");
        var data = person.Get("data");
        List<T> Each<T>(string kind, Func<JsonElement, JsonElement, T?> read) where T : class =>
            [.. MonicaAccount.Values(data, kind).Select(value => read(value, value.Get("properties"))).OfType<T>()];

        return new()
        {
            Uuid = uuid,
            FirstName = its.Text("first_name"),
            MiddleName = its.Text("middle_name"),
            LastName = its.Text("last_name"),
            Nickname = its.Text("nickname"),
            Description = its.Text("description"),
            Job = its.Text("job"),
            Company = its.Text("company"),
            FoodPreferences = its.Text("food_preferences"),
            Gender = its.Text("gender"),
            IsStarred = its.Is("is_starred"),
            IsPartial = its.Is("is_partial"),
            IsActive = its.Get("is_active").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || its.Is("is_active"),
            IsDead = its.Is("is_dead"),
            Birthdate = Date(its.Get("birthdate")),
            DeceasedDate = Date(its.Get("deceased_date")),
            FirstMetDate = Date(its.Get("first_met_date")),
            FirstMetThrough = its.Text("first_met_through") is { } through ? account.Person(through, "who introduced somebody") : null,
            FirstMetNote = its.Text("first_met_additional_info"),
            LastTalkedTo = its.Day("last_talked_to"),
            StayInTouchDays = its.Number("stay_in_touch_frequency"),
            Tags = [.. its.Get("tags").Items().Select(tag => tag.Text() ?? tag.Text("name")).OfType<string>().Distinct()],
            Fields = Each("contact_field", Field),
            Addresses = Each("address", (value, p) => new MonicaAddress(
                value.Text("uuid"), p.Text("name"), p.Text("street"), p.Text("city"), p.Text("province"), p.Text("postal_code"), p.Text("country"))),
            Relations = relations,
            Calls = Each("call", (value, p) => new MonicaCall(value.Text("uuid"), p.Instant("called_at"), p.Text("content"), p.Is("contact_called"))),
            Notes = Each("note", (value, p) => p.Text("body") is { } body
                ? new MonicaNote(value.Text("uuid"), value.Instant("created_at"), body, p.Is("is_favorite") || p.Is("is_favorited")) : null),
            Reminders = Each("reminder", (value, p) => new MonicaReminder(value.Text("uuid"), p.Day("initial_date"), p.Text("title"),
                p.Text("description"), p.Text("frequency_type"), p.Number("frequency_number"))),
            Tasks = Each("task", (value, p) => new MonicaTask(
                value.Text("uuid"), p.Text("title"), p.Text("description"), p.Is("completed"), p.Instant("completed_at"))),
            Conversations = Each("conversation", Conversation),
            LifeEvents = Each("life_event", (value, p) => new MonicaLifeEvent(value.Text("uuid"), p.Day("happened_at"), p.Text("name"),
                MonicaAccount.NameOfKind(account.Kind(account.LifeEventKinds, p.Text("type"), "a kind of life event")), p.Text("note"))),
            Remarks = [.. Each("gift", (_, p) => Gift(p)), .. Each("debt", (_, p) => Debt(p)), .. Each("pet", (_, p) => Pet(p))],
            Activities = [.. MonicaAccount.Values(data, "activity").Select(value => value.Text() ?? value.Text("uuid")).OfType<string>().Distinct()],
            Photo = account.Photo(its.Get("avatar").Text("avatar_photo")),
            Others = account.Unknown(data, KnownBlocks)
        };
    }

    private MonicaField? Field(JsonElement value, JsonElement p)
    {
        if (p.Text("data") is not { } data) return null;
        var kind = account.Kind(account.FieldKinds, p.Text("type"), "a kind of contact field");
        var name = kind.Text("name");
        // Only "email" and "phone" have a type; the others have a name and perhaps the beginning of a link.
        var type = kind.Text("type")
            ?? (kind.Text("protocol") is { } protocol && protocol.StartsWith("mailto", StringComparison.Ordinal) ? "email"
                : kind.Text("protocol") is { } other && other.StartsWith("tel", StringComparison.Ordinal) ? "phone"
                : name ?? "other");
        return new(value.Text("uuid"), type.ToLowerInvariant(), name, data);
    }

    private MonicaConversation Conversation(JsonElement value, JsonElement p) => new(
        value.Text("uuid"), p.Day("happened_at"),
        account.Kind(account.FieldKinds, p.Text("contact_field_type"), "a kind of contact field").Text("name"),
        [.. p.Get("messages").Items().Select(message => (message, its: message.Get("properties")))
            .Where(pair => pair.its.Text("content") is not null)
            .Select(pair => new MonicaMessage(pair.message.Text("uuid"), pair.its.Instant("written_at"), pair.its.Text("content")!, pair.its.Is("written_by_me")))]);

    private static MonicaDate? Date(JsonElement date)
    {
        if (date.Day("date") is not { } day) return null;
        return new(day.ToString(date.Is("is_year_unknown") ? "--MM-dd" : "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), date.Is("is_age_based"));
    }

    private static string Gift(JsonElement p) => Line("Gift", p.Text("status"), p.Text("name"), p.Text("comment"), p.Text("url"), p.Text("amount"));

    private static string Debt(JsonElement p) =>
        Line(p.Is("in_debt") ? "I owe" : "Owes me", p.Text("amount"), p.Text("currency"), p.Text("reason"), p.Text("status"));

    private static string Pet(JsonElement p) => Line("Pet", p.Text("name"), p.Text("category"));

    private static string Line(string kind, params string?[] parts) => $"{kind}: {string.Join(", ", parts.OfType<string>())}";
}
