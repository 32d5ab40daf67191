namespace Kith.Formats.VCards;

/// <summary>The people around a person: RELATED (RFC 6350 §6.6.6), Apple's related names, and what older programs call them.</summary>
internal static class CardRelations
{
    /// <summary>What the other is to this one, "" when the line does not say; null when the line is not about another person.</summary>
    public static string? KindOf(VCardProperty property, Func<VCardProperty, string?> labelOf) => property.Name switch
    {
        "RELATED" or "X-ABRELATEDNAMES" => labelOf(property) ?? "",
        "AGENT" when property.Card is not null || !property.Value.Contains(':', StringComparison.Ordinal) => "agent",
        "X-MS-MANAGER" or "X-MANAGER" or "X-EVOLUTION-MANAGER" or "X-KADDRESSBOOK-X-MANAGERSNAME" => "manager",
        "X-MS-ASSISTANT" or "X-ASSISTANT" or "X-EVOLUTION-ASSISTANT" or "X-KADDRESSBOOK-X-ASSISTANTSNAME" => "assistant",
        "X-MS-SPOUSE" or "X-SPOUSE" or "X-EVOLUTION-SPOUSE" or "X-KADDRESSBOOK-X-SPOUSESNAME" => "spouse",
        "X-MS-CHILD" => "child",
        _ => null
    };

    public static string WhoIs(VCardProperty property) =>
        property.Card is { } card ? card.ToContact().Name.Full : Escapes.Read(property.Value);

    /// <summary>Android's number of a kind of relation (ContactsContract.CommonDataKinds.Relation).</summary>
    public static string? OfAndroid(string type) => type switch
    {
        "1" => "assistant",
        "2" => "brother",
        "3" => "child",
        "4" => "partner",
        "5" => "father",
        "6" => "friend",
        "7" => "manager",
        "8" => "mother",
        "9" => "parent",
        "10" => "partner",
        "11" => "referred by",
        "12" => "relative",
        "13" => "sister",
        "14" => "spouse",
        _ => null
    };
}
