using Kith.Domain;
using Kith.Domain.Ranking;

namespace Kith.Today;

/// <summary>What the three small forms of an action send.</summary>
public sealed class ActForm
{
    public Guid Person { get; set; }

    public Guid? Loop { get; set; }

    /// <summary>What Today suggested, where no loop tells it.</summary>
    public ActionKind? Action { get; set; }

    public Channel Channel { get; set; } = Channel.Mail;

    public Direction Direction { get; set; } = Direction.Out;

    public DateOnly? On { get; set; }

    public string? Note { get; set; }

    /// <summary>The chosen day of "later", as a date.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>A date picked by hand instead.</summary>
    public DateOnly? Picked { get; set; }

    /// <summary>The chosen reason of "not this".</summary>
    public string? Reason { get; set; }

    /// <summary>A reason in the user's own words, added to the chosen one.</summary>
    public string? Words { get; set; }

    /// <summary>Both reasons as one.</summary>
    public string Because => string.Join(": ", new[] { Reason, Words?.Trim() }.Where(r => !string.IsNullOrEmpty(r)));
}
