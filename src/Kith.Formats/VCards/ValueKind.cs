namespace Kith.Formats.VCards;

/// <summary>How the value of a line is built, which decides its escapes.</summary>
internal enum ValueKind { Other, Text, Parts, NameParts, List, Address, Date, Media }

internal static class ValueKinds
{
    public static ValueKind Of(string name) => name switch
    {
        "FN" or "NOTE" or "TITLE" or "ROLE" or "EMAIL" or "TEL" or "UID" or "LABEL" => ValueKind.Text,
        "X-ABLABEL" or "X-ABRELATEDNAMES" or "MAILER" => ValueKind.Text,
        "ADR" or "ORG" => ValueKind.Parts,
        "N" => ValueKind.NameParts,
        "NICKNAME" or "CATEGORIES" => ValueKind.List,
        "URL" or "IMPP" or "X-SOCIALPROFILE" or "SOCIALPROFILE" or "RELATED" or "AGENT" => ValueKind.Address,
        "BDAY" or "ANNIVERSARY" or "X-ANNIVERSARY" or "X-ABDATE" or "X-MS-ANNIVERSARY" or "X-EVOLUTION-ANNIVERSARY"
            or "X-KADDRESSBOOK-X-ANNIVERSARY" or "DEATHDATE" => ValueKind.Date,
        "PHOTO" or "LOGO" or "SOUND" or "KEY" => ValueKind.Media,
        _ => ValueKind.Other
    };
}
