namespace Kith.Domain;

/// <summary>A weekly review that was finished: what the user learnt and means to do in the week after.</summary>
public sealed class Review : Entity
{
    /// <summary>The Monday of the week it looks back on; unique in the workspace.</summary>
    public required DateOnly Week { get; init; }

    public required DateTime FinishedAt { get; set; }

    /// <summary>What the user learnt, in their words.</summary>
    public string? Learnt { get; set; }

    /// <summary>What the user means to do next, in their words.</summary>
    public string? Next { get; set; }

    /// <summary>Conversations planned for the week after.</summary>
    public int? Conversations { get; set; }

    /// <summary>Conversations with decision makers planned for the week after.</summary>
    public int? DecisionMakers { get; set; }

    /// <summary>Follow-ups planned for the week after.</summary>
    public int? FollowUps { get; set; }
}
