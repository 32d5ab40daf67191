using System.ComponentModel.DataAnnotations;
using Kith.Domain;
using Kith.Domain.Linting;
using Kith.Shared;

namespace Kith.Messages;

/// <summary>Checks a draft against the rules of a good networking message. Nothing of it is stored.</summary>
public static class LintMessage
{
    /// <summary>The draft, what it is to become, and to whom it goes.</summary>
    public sealed record Command(
        [property: Required(ErrorMessage = "Write the message first.")]
        [property: StringLength(20_000, ErrorMessage = "A message has at most 20,000 characters.")] string Text,
        MessageKind Kind = MessageKind.Mail,
        string? To = null,
        string? Organisation = null,
        bool Premium = false);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/lint", Handle).WithSummary("Check a draft of a message");

    public static LintResult Handle(Command command)
    {
        Refuse.IfInvalid(command);
        if (!Enum.IsDefined(command.Kind))
            throw new RefusedException("input.invalid", "A message is a mail, an invitation, an InMail, a follow-up or thanks.");
        return MessageLint.Check(command.Text, command.Kind, new(command.To, command.Organisation), command.Premium);
    }
}
