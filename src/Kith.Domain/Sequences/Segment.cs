using Kith.Domain.Calendars;

namespace Kith.Domain.Sequences;

/// <summary>What kind of contact somebody proved to be (Dalton, The 2-Hour Job Search).</summary>
public enum Segment
{
    /// <summary>Answers within three business days: the one to work with.</summary>
    Booster,

    /// <summary>Answers, but late: out of duty.</summary>
    Obligate,

    /// <summary>Does not answer.</summary>
    Curmudgeon,
}

/// <summary>Tells the segment from a run.</summary>
public static class Segments
{
    /// <summary>Business days within which a booster answers.</summary>
    public const int BoosterDays = 3;

    /// <summary>The segment, or null while there is no telling yet.</summary>
    /// <param name="started">When the first message was sent, in the user's zone.</param>
    /// <param name="answered">The day of the first answer.</param>
    /// <param name="isFinished">True once every step was done.</param>
    /// <param name="offices">The business days of the user's country.</param>
    public static Segment? Of(DateTime started, DateOnly? answered, bool isFinished, BusinessDays offices) => answered switch
    {
        { } day => offices.Between(offices.CountsFrom(started), day) <= BoosterDays ? Segment.Booster : Segment.Obligate,
        null => isFinished ? Segment.Curmudgeon : null,
    };
}
