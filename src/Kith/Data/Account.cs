using Microsoft.AspNetCore.Identity;

namespace Kith.Data;

/// <summary>Somebody who can sign in; owns exactly one workspace.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The workspace the account opens.</summary>
    public Guid WorkspaceId { get; set; }
}
