namespace Kith.Formats;

/// <summary>A file that is not read at all, with a sentence a person can act on; nothing else is thrown for data.</summary>
public sealed class FormatRefusedException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>A stable name of the reason, e.g. <c>zip.encrypted</c>.</summary>
    public string Code { get; } = code;
}
