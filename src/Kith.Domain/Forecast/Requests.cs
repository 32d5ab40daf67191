using Kith.Domain.Strength;

namespace Kith.Domain.Forecast;

/// <summary>Reads the steps of a search out of contacts.</summary>
public static class Requests
{
    /// <summary>Days of silence before a message that make it a new request and not the next line of a talk.</summary>
    public const int QuietDays = 14;

    /// <summary>Days in which an answer or a meeting counts as the request's.</summary>
    public const int AnswerDays = 60;

    /// <summary>
    /// Whole weeks since the search began. A request is a message the user sends after <see cref="QuietDays"/> days of silence; it led to a
    /// conversation when the other side turned to the user, or they met, within <see cref="AnswerDays"/> days.
    /// </summary>
    /// <param name="people">The contacts of each person, and whether the person decides about the goal.</param>
    /// <param name="began">When the search began (UTC).</param>
    /// <param name="now">Now (UTC).</param>
    public static SearchSoFar Read(IEnumerable<(IReadOnlyList<Contact> Contacts, bool Decides)> people, DateTime began, DateTime now)
    {
        var weeks = Math.Max(0, (int)((now - began).TotalDays / 7));
        var counts = new int[weeks, 3];
        foreach (var (contacts, decides) in people)
            Count([.. contacts.OrderBy(c => c.At)], decides);
        return new([.. Enumerable.Range(0, weeks).Select(w => new SearchWeek(counts[w, 0], counts[w, 1], counts[w, 2], 0))]);

        void Count(List<Contact> contacts, bool decides)
        {
            DateTime? asked = null;
            for (var i = 0; i < contacts.Count; i++)
            {
                var contact = contacts[i];
                var opens = contact.Direction == Direction.Out && (i == 0 || (contact.At - contacts[i - 1].At).TotalDays >= QuietDays);
                if (opens)
                {
                    Mark(contact.At, 0);
                    asked = contact.At;
                }
                else if (asked is { } then && contact.Direction != Direction.Out && (contact.At - then).TotalDays <= AnswerDays)
                {
                    Mark(contact.At, 1);
                    if (decides)
                        Mark(contact.At, 2);
                    asked = null;
                }
            }
        }

        void Mark(DateTime at, int step)
        {
            var week = (int)Math.Floor((at - began).TotalDays / 7);
            if (week >= 0 && week < weeks)
                counts[week, step]++;
        }
    }
}
