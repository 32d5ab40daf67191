using Kith.Domain;

namespace Kith.Importing;

/// <summary>What the page of a received file sends: the user's decisions about it.</summary>
internal static class DecisionForm
{
    private static readonly char[] Between = [',', ';', ' ', '\r', '\n', '\t'];

    internal static ImportOptions Read(IFormCollection form, ImportPreview preview) => new()
    {
        KeepText = form["text"].Count > 0,
        OwnAddresses = preview.Mail is null ? [] : Addresses(form["own"].ToString()),
        Table = preview.Table is { } table ? Columns(form, table) : null,
    };

    private static string[] Addresses(string text)
    {
        var addresses = text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var wrong = addresses.FirstOrDefault(a => !System.Net.Mail.MailAddress.TryCreate(a, out _));
        return wrong is null ? addresses : throw new RefusedException("input.email", $"\"{wrong}\" is no e-mail address. Write one like ana@example.org; several with a comma between them.");
    }

    private static TableColumns Columns(IFormCollection form, TableFound table)
    {
        var words = form["column"];
        if (words.Count == 0)
            return table.Choice;
        var areOpenings = form["holds"] == "openings";
        // Turning people into openings, or back, the old words mean nothing: the guess begins anew.
        if (words.Count != table.Columns.Count || areOpenings != table.Choice.Openings is not null)
            return new(table.Choice.Layout) { Openings = areOpenings ? new([]) : null, People = areOpenings ? null : new([]) };
        return TableColumns.Of(table.Choice.Layout, areOpenings, table.Columns.Zip(words, (column, word) => (column, word ?? ColumnWords.Ignored)));
    }
}
