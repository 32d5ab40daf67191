using Kith.Formats;
using Kith.Formats.Mail;

namespace Kith.Importing;

/// <summary>
/// What a first reading of mail shows: who everybody is, whom the user wrote to, and which few messages are worth opening for a signature.
/// Its size grows with the number of addresses and not with the mail.
/// </summary>
internal sealed class MailSurvey
{
    /// <summary>A short answer has no signature; among the last few one usually has.</summary>
    private const int Opened = 3;

    private readonly Dictionary<string, Correspondent> everybody = new(StringComparer.OrdinalIgnoreCase);

    private MailSurvey()
    {
    }

    /// <summary>Places, in the order of reading, of the messages whose signature is looked at.</summary>
    internal HashSet<long> WorthOpening { get; } = [];

    internal static MailSurvey Of(Mailbox mailbox, MailRules rules, CancellationToken ct)
    {
        var survey = new MailSurvey();
        var place = 0L;
        foreach (var mail in mailbox.Read(new IssueLog(0)))
        {
            if (rules.SetAside(mail) is null)
                survey.See(mail, place, rules.IsMine(mail), rules.Partners(mail));
            if (++place % 1_000 == 0)
                ct.ThrowIfCancellationRequested();
        }
        survey.WorthOpening.UnionWith(survey.everybody.Values.SelectMany(c => c.Last).Select(l => l.Place));
        return survey;
    }

    internal Correspondent? Find(string address) => everybody.GetValueOrDefault(address);

    private void See(MailRecord mail, long place, bool isMine, IReadOnlyList<MailAddress> partners)
    {
        var at = MailRules.At(mail)!.Value;
        foreach (var partner in partners)
        {
            if (!everybody.TryGetValue(partner.Email!, out var one))
                everybody[partner.Email!] = one = new();
            if (MailNames.Of(partner) is { } name)
                one.Call(name, at, isMine);
            if (isMine)
                one.WasWrittenTo = true;
            else
                one.Wrote(place, at);
        }
    }

    /// <summary>Somebody behind an address.</summary>
    internal sealed class Correspondent
    {
        private (bool IsOwn, DateTime At) named;

        /// <summary>What they are called: what they call themselves, the newest first; else what the user calls them.</summary>
        internal string? Name { get; private set; }

        internal bool WasWrittenTo { get; set; }

        internal List<(DateTime At, long Place)> Last { get; } = new(Opened);

        internal void Call(string name, DateTime at, bool byUser)
        {
            if (Name is null || (!byUser, at).CompareTo(named) > 0)
                (Name, named) = (name, (!byUser, at));
        }

        internal void Wrote(long place, DateTime at)
        {
            if (Last.Count < Opened)
                Last.Add((at, place));
            else if (Last.IndexOf(Last.Min()) is var oldest && Last[oldest].At < at)
                Last[oldest] = (at, place);
        }
    }
}
