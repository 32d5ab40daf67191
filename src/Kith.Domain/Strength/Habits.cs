namespace Kith.Domain.Strength;

/// <summary>
/// How the user keeps contact on the whole: the same history means more with somebody who keeps people than with somebody who does not. Counted
/// a horizon back: of the people known then, how many were still in contact since.
/// </summary>
/// <param name="Known">People with a contact before the horizon.</param>
/// <param name="Kept">Those of them with contact both ways within the horizon.</param>
/// <param name="Touched">Those of them with any contact within the horizon.</param>
public sealed record Habits(int Known, int Kept, int Touched)
{
    /// <summary>Somebody of whom nothing is known yet.</summary>
    public static readonly Habits None = new(0, 0, 0);

    // Weak priors, worth three people, so that a new user is neither all nor nothing.
    private const double PriorKept = 0.5;
    private const double PriorTouched = 1;
    private const double PriorKnown = 3;

    internal double KeptLogit => Logit((Kept + PriorKept) / (Known + PriorKnown));

    internal double TouchedLogit => Logit((Touched + PriorTouched) / (Known + PriorKnown));

    /// <summary>The habits that show in somebody's ties at that time.</summary>
    public static Habits Of(IEnumerable<TieHistory> ties, DateTime at)
    {
        int known = 0, kept = 0, touched = 0;
        foreach (var tie in ties.Where(tie => tie.WasKnown(at)))
        {
            known++;
            kept += tie.IsReciprocal(at) ? 1 : 0;
            touched += tie.IsActive(at) ? 1 : 0;
        }
        return new(known, kept, touched);
    }

    private static double Logit(double share) => Math.Log(share / (1 - share));
}
