namespace Kith.Domain.Strength;

/// <summary>
/// What the strength of one tie is computed from: decayed sums of contacts, the last contact each way, and the weeks with any contact. A new
/// contact changes it in O(log n), in whatever order contacts come.
/// </summary>
/// <param name="horizonDays">Days ahead that the strength speaks about; half-lives and weeks scale with it. The product uses <see cref="Horizon"/>.</param>
public sealed class TieHistory(double horizonDays = TieHistory.Horizon)
{
    /// <summary>Days ahead that strength speaks about.</summary>
    public const double Horizon = 90;

    /// <summary>Weeks that are looked back upon for how steady the contact is.</summary>
    public const int Weeks = 13;

    // Any fixed day works as the first of a week.
    private static readonly DateTime Monday = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly List<int> days = [];
    private DecayedSum fresh = new(horizonDays / 12);
    private DecayedSum sent = new(horizonDays / 1.5);
    private DecayedSum received = new(horizonDays / 1.5);
    private DecayedSum everSent = new(horizonDays * 2);
    private DecayedSum everReceived = new(horizonDays * 2);

    /// <summary>Time of the last contact that came from the person (UTC); null when none did.</summary>
    public DateTime? LastIn { get; private set; }

    /// <summary>Time of the last contact that the user made (UTC); null when there was none.</summary>
    public DateTime? LastOut { get; private set; }

    /// <summary>Time of the first contact (UTC); null when there was none.</summary>
    public DateTime? First { get; private set; }

    /// <summary>Contacts seen.</summary>
    public int Count { get; private set; }

    /// <summary>Different weeks with any contact.</summary>
    public int ActiveWeeks { get; private set; }

    internal double HorizonDays => horizonDays;

    private double DayLength => horizonDays / Horizon;

    /// <summary>The history that these contacts make.</summary>
    public static TieHistory Of(IEnumerable<Contact> contacts, double horizonDays = Horizon)
    {
        var history = new TieHistory(horizonDays);
        // In one order, because a sum of doubles depends on it.
        foreach (var contact in contacts.OrderBy(c => c.At).ThenBy(c => c.Channel).ThenBy(c => c.Direction))
            history.Add(contact);
        return history;
    }

    /// <summary>How much a contact by that channel counts against a message (meeting &gt; call &gt; event &gt; mail &gt; reaction).</summary>
    public static double Weight(Channel channel) => channel switch
    {
        Channel.Meeting => 3,
        Channel.Call => 2,
        Channel.Event => 1.5,
        Channel.Recommendation => 1.5,
        Channel.Mail => 1,
        Channel.Message => 1,
        Channel.Reaction => 0.3,
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>Takes one more contact in.</summary>
    public void Add(Contact contact)
    {
        var (at, weight) = (contact.At, Weight(contact.Channel));
        if (contact.Direction != Direction.In)
        {
            fresh.Add(at, weight);
            sent.Add(at, weight);
            everSent.Add(at, weight);
            LastOut = Later(LastOut, at);
        }
        if (contact.Direction != Direction.Out)
        {
            received.Add(at, weight);
            everReceived.Add(at, weight);
            LastIn = Later(LastIn, at);
        }
        First = First < at ? First : at;
        Count++;
        Mark(DayOf(at));
    }

    /// <summary>Weeks with any contact among the last <see cref="Weeks"/>, counted back from that time.</summary>
    public int SteadyWeeks(DateTime at)
    {
        var (today, steady, last) = (DayOf(at), 0, -1);
        for (var i = days.Count - 1; i >= 0 && today - days[i] < Weeks * 7; i--)
            if (Math.Max(0, today - days[i]) / 7 is var week && week != last)
                (steady, last) = (steady + 1, week);
        return steady;
    }

    /// <summary>True when both turned to the other within the horizon before that time.</summary>
    public bool IsReciprocal(DateTime at) => DaysSince(LastIn, at) < horizonDays && DaysSince(LastOut, at) < horizonDays;

    /// <summary>True when either turned to the other within the horizon before that time.</summary>
    public bool IsActive(DateTime at) => DaysSince(LastIn, at) < horizonDays || DaysSince(LastOut, at) < horizonDays;

    /// <summary>True when they knew each other a horizon before that time.</summary>
    internal bool WasKnown(DateTime at) => DaysSince(First, at) >= horizonDays;

    /// <summary>What the user sent lately, half of it forgotten in a twelfth of the horizon (a week).</summary>
    internal double Fresh(DateTime at) => fresh.At(at);

    /// <summary>The smaller of what went out and what came in, half of it forgotten in two thirds of the horizon (two months).</summary>
    internal double Mutual(DateTime at) => Math.Min(sent.At(at), received.At(at));

    /// <summary>The same over a longer time: half of it forgotten in two horizons (half a year).</summary>
    internal double LastingMutual(DateTime at) => Math.Min(everSent.At(at), everReceived.At(at));

    /// <summary>Days between a contact and that time, never below zero; without end where there was none.</summary>
    internal static double DaysSince(DateTime? contact, DateTime at) => contact is { } then ? Math.Max(0, (at - then).TotalDays) : double.PositiveInfinity;

    private static DateTime? Later(DateTime? one, DateTime other) => one > other ? one : other;

    private int DayOf(DateTime at) => (int)Math.Floor((at - Monday).TotalDays / DayLength);

    private void Mark(int day)
    {
        var place = days.Count > 0 && days[^1] < day ? ~days.Count : days.BinarySearch(day);
        if (place >= 0)
            return;
        place = ~place;
        if (!(place > 0 && IsSameWeek(days[place - 1], day)) && !(place < days.Count && IsSameWeek(days[place], day)))
            ActiveWeeks++;
        days.Insert(place, day);
    }

    private static bool IsSameWeek(int one, int other) => Math.Floor(one / 7.0) == Math.Floor(other / 7.0);

    /// <summary>A sum whose terms lose half their weight in a half-life, kept as of its newest term.</summary>
    private struct DecayedSum(double halfLifeDays)
    {
        private double sum;
        private DateTime asOf;

        internal void Add(DateTime at, double weight)
        {
            if (at > asOf)
                (sum, asOf) = (sum > 0 ? sum * Left(asOf, at) : 0, at);
            sum += weight * Left(at, asOf);
        }

        internal readonly double At(DateTime at) => at > asOf ? sum * Left(asOf, at) : sum;

        private readonly double Left(DateTime from, DateTime to) => Math.Pow(2, -(to - from).TotalDays / halfLifeDays);
    }
}
