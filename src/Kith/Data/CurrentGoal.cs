using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>The goal the user works on now, read once a request for the rail and the page together.</summary>
public sealed class CurrentGoal(IServiceScopeFactory scopes, CurrentWorkspace current)
{
    private Task<Active?>? read;

    /// <summary>The part of a goal that other pages need.</summary>
    public sealed record Active(Guid Id, string RoleFamily, string? Field, string? Place, DateOnly? Deadline)
    {
        /// <summary>"Head of data, manufacturing".</summary>
        public string Name => Field is null ? RoleFamily : $"{RoleFamily}, {Field}";
    }

    /// <summary>The newest active goal, or null while there is none.</summary>
    public Task<Active?> Get(CancellationToken ct = default) => read ??= Read(ct);

    // A connection of its own: the rail asks while the page is asking too, and one context answers one question at a time.
    private async Task<Active?> Read(CancellationToken ct)
    {
        if (current.Id == Guid.Empty)
            return null;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentWorkspace>().Enter(current.Id, current.Zone.Id, current.Country, current.Who);
        var db = scope.ServiceProvider.GetRequiredService<KithDb>();
        return await db.Goals.AsNoTracking().Where(g => g.State == GoalState.Active)
            .OrderByDescending(g => g.CreatedAt).ThenByDescending(g => g.Id)
            .Select(g => new Active(g.Id, g.RoleFamily, g.Field, g.Place, g.Deadline)).FirstOrDefaultAsync(ct);
    }
}
