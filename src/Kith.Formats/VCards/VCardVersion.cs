namespace Kith.Formats.VCards;

/// <summary>The generations of the format: 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350).</summary>
public enum VCardVersion { V21, V3, V4 }
