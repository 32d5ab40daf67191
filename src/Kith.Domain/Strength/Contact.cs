namespace Kith.Domain.Strength;

/// <summary>The part of an interaction that stage, strength and rhythm are computed from.</summary>
public readonly record struct Contact(DateTime At, Channel Channel, Direction Direction);
