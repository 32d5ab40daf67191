using System.Globalization;
using Kith.Domain;

namespace Kith.People;

/// <summary>What the box on top of a person's page sends.</summary>
public sealed class LogForm
{
    public Channel? Channel { get; set; }

    public string Direction { get; set; } = nameof(Domain.Direction.Both);

    public string? On { get; set; }

    public string? Note { get; set; }

    public bool IsAsk { get; set; }

    internal LogInteraction.Command Command(Guid person) => new(
        person,
        Channel ?? throw new RefusedException("interaction.channel-missing", "Choose how you were in touch: a meeting, a call, a mail?"),
        Enum.TryParse<Direction>(Direction, out var direction) ? direction : Domain.Direction.Both,
        string.IsNullOrWhiteSpace(On) ? null
            : DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new RefusedException("input.date", $"\"{On}\" is not a date."),
        Note,
        IsAsk);
}
