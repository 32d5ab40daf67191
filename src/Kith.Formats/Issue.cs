namespace Kith.Formats;

/// <summary>One thing in a file that could not be read as it stands, with the place where a person finds it.</summary>
/// <param name="File">The file's name as the user knows it.</param>
/// <param name="Line">The 1-based physical line in that file; 0 when the whole file is meant.</param>
/// <param name="Code">A stable name of the kind of issue, e.g. <c>row.fields</c>.</param>
/// <param name="Message">A sentence that says what is wrong, without the line.</param>
public sealed record Issue(string File, int Line, string Code, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}, line {Line}: {Message}" : $"{File}: {Message}";
}
