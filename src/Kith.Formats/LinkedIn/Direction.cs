namespace Kith.Formats.LinkedIn;

/// <summary>Who began: the owner of the export or the other side.</summary>
public enum Direction { Unknown, Incoming, Outgoing }
