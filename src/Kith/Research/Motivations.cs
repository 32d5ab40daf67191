using Kith.Domain;

namespace Kith.Research;

/// <summary>How much the user wants an organisation, 0-3 (LAMP: Dalton, The 2-Hour Job Search).</summary>
internal static class Motivations
{
    /// <summary>The words of 0 to 3.</summary>
    internal static readonly IReadOnlyList<string> Words = ["On the list", "Interested", "Keen", "Dream"];

    internal static string Say(int? motivation) => motivation is >= 0 and <= 3 ? Words[motivation.Value] : "Target";

    internal static int? Checked(int? motivation) => motivation is null or (>= 0 and <= 3)
        ? motivation
        : throw new RefusedException("target.motivation", "Motivation is 0 to 3.");
}
