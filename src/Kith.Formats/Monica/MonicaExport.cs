using System.Text.Json;

namespace Kith.Formats.Monica;

/// <summary>The JSON file that Monica 4 exports (version <c>1.0-preview.1</c>): people and what was noted about them.</summary>
public sealed class MonicaExport
{
    private MonicaExport(JsonElement root, MonicaAccount account)
    {
        Version = root.Text("version");
        AppVersion = root.Text("app_version");
        ExportedAt = root.Instant("export_date");
        Contacts = account.Contacts;
        Activities = account.Activities;
        Others = account.Others;
    }

    public string? Version { get; }

    public string? AppVersion { get; }

    public DateTime? ExportedAt { get; }

    public IReadOnlyList<MonicaContact> Contacts { get; }

    public IReadOnlyList<MonicaActivity> Activities { get; }

    /// <summary>Blocks of the account that we do not know, as JSON.</summary>
    public IReadOnlyList<MonicaBlock> Others { get; }

    /// <summary>Reads the file in whole; throws <see cref="FormatRefusedException"/> if it is no export of Monica.</summary>
    public static MonicaExport Open(Stream source, string file, IssueLog issues, MonicaLimits? limits = null)
    {
        limits ??= MonicaLimits.Default;
        var bytes = Load(source, file, limits);
        try
        {
            using var json = JsonDocument.Parse(bytes, new() { MaxDepth = limits.MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var account = json.RootElement.Get("account");
            if (account.Get("data").ValueKind != JsonValueKind.Array)
                throw new FormatRefusedException("monica.unknown", $"'{file}' is not the JSON file that Monica exports: it has no account with data.");
            return new(json.RootElement, new(account, file, issues));
        }
        catch (JsonException broken)
        {
            throw new FormatRefusedException("json.broken", $"'{file}' is not complete JSON; export it from Monica again.", broken);
        }
    }

    private static ReadOnlyMemory<byte> Load(Stream source, string file, MonicaLimits limits)
    {
        var buffer = new MemoryStream();
        var piece = new byte[81_920];
        int count;
        while ((count = source.Read(piece)) > 0)
        {
            if (buffer.Length + count > limits.MaxBytes)
                throw new FormatRefusedException("json.size", $"'{file}' is larger than {limits.MaxBytes >> 20} MB.");
            buffer.Write(piece, 0, count);
        }
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        return bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
    }
}
