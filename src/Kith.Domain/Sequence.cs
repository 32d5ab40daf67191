namespace Kith.Domain;

/// <summary>A series of steps in business days that the user wrote; those that come with Kith are no rows.</summary>
public sealed class Sequence : Entity
{
    public required string Name { get; set; }

    /// <summary>One step a line, as <see cref="Sequences.SequencePlan.Parse"/> reads it.</summary>
    public required string Steps { get; set; }
}
