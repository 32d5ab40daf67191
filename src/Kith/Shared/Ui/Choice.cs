namespace Kith.Shared.Ui;

/// <summary>One chip of a <see cref="Choices"/> group.</summary>
public sealed record Choice(string Value, string Text, bool Chosen = false, Glyph? Icon = null);
