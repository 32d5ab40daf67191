namespace Kith.Formats.LinkedIn;

/// <summary>Counts, per profile, what points to it as the owner; memory is bounded.</summary>
internal sealed class OwnerEvidence
{
    // The owner takes part in nearly every message, so is among the first profiles seen; later ones need no count of their own.
    private const int MaxProfiles = 20_000;
    private const double NearlyAll = 0.8, Half = 0.5;

    private readonly Dictionary<string, Seen> profiles = new(StringComparer.Ordinal);
    private int messages, invitations;

    public void Add(Message message)
    {
        // A draft in an empty conversation and an advertisement have one side only.
        Party[] sides = [.. message.To.Prepend(message.From).Where(side => side.Slug is not null).DistinctBy(side => side.Slug)];
        if (sides.Length < 2) return;
        messages++;
        foreach (var side in sides)
            if (Find(side) is { } seen) seen.Messages++;
    }

    public void Add(Invitation invitation)
    {
        var own = invitation.Direction switch
        {
            Direction.Outgoing => invitation.From,
            Direction.Incoming => invitation.To,
            _ => null
        };
        if (own?.Slug is null) return;
        invitations++;
        if (Find(own) is { } seen) seen.Invitations++;
    }

    public Owner? Decide(string? profileName)
    {
        // Everybody's own profile takes part in every message; some exports write it in two ways, so the name may speak for half.
        Seen[] candidates = [.. profiles.Values.Where(seen => Share(seen) >= (IsNamed(seen, profileName) ? Half : NearlyAll))];
        candidates = Narrow(candidates, seen => IsNamed(seen, profileName));
        candidates = Narrow(candidates, seen => seen.Invitations > 0);
        candidates = Narrow(candidates, seen => candidates.All(other => seen.Messages >= other.Messages));
        return candidates switch
        {
            [var only] => new(only.Side.Slug, only.Side.ProfileUrl, profileName ?? only.Name),
            [] when profiles.Count == 0 && profileName is not null => new(null, null, profileName),
            _ => null
        };
    }

    private double Share(Seen seen) =>
        messages > 0 ? (double)seen.Messages / messages : (double)seen.Invitations / invitations;

    // Evidence that points to none of several leaves all of them.
    private static Seen[] Narrow(Seen[] candidates, Func<Seen, bool> isMeant) =>
        candidates.Length > 1 && candidates.Where(isMeant).ToArray() is { Length: > 0 } meant ? meant : candidates;

    private static bool IsNamed(Seen seen, string? name) => seen.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private Seen? Find(Party side)
    {
        if (profiles.TryGetValue(side.Slug!, out var seen))
        {
            if (seen.Name.Length == 0) seen.Name = side.Name;
            return seen;
        }
        return profiles.Count < MaxProfiles ? profiles[side.Slug!] = new(side) { Name = side.Name } : null;
    }

    private sealed class Seen(Party side)
    {
        public Party Side { get; } = side;
        public string Name { get; set; } = "";
        public int Messages { get; set; }
        public int Invitations { get; set; }
    }
}
