namespace Kith.Shared.Ui;

/// <summary>What just happened, shown once on the next page, with the batch that Undo reverses.</summary>
public sealed record Toast(string Text, Guid? UndoBatch = null, string? Href = null, string? HrefText = null);
