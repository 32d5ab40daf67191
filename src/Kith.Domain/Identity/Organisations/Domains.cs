using System.Collections.Frozen;

namespace Kith.Domain.Identity;

/// <summary>Domains of organisations, from web addresses and e-mail addresses.</summary>
public static class Domains
{
    // Where anybody gets an address.
    private static readonly FrozenSet<string> Free = (
        "gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es live.com live.co.uk live.fr live.nl msn.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es "
        + "yahoo.co.in yahoo.co.jp yahoo.com.br ymail.com rocketmail.com aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de posteo.de mailbox.org arcor.de orange.fr wanadoo.fr free.fr sfr.fr "
        + "laposte.net neuf.fr bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.com hey.com fastmail.com fastmail.fm zoho.com mail.com email.com inbox.com mail.ru bk.ru "
        + "list.ru inbox.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net i.ua qq.com 163.com 126.com sina.com foxmail.com naver.com daum.net hanmail.net rediffmail.com wp.pl o2.pl onet.pl interia.pl gazeta.pl seznam.cz centrum.cz email.cz "
        + "post.cz azet.sk abv.bg mail.bg freemail.hu citromail.hu uol.com.br bol.com.br terra.com.br ig.com.br bigpond.com optusnet.com.au xtra.co.nz comcast.net verizon.net att.net sbcglobal.net cox.net charter.net btinternet.com sky.com "
        + "virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl xs4all.nl bluewin.ch aon.at chello.at telia.com online.no hotmail.no hotmail.se hotmail.dk linkedin.com facebook.com").Split(' ').ToFrozenSet();

    // Suffixes of two labels under which organisations register (from registries' own lists).
    private static readonly FrozenSet<string> Second = "ac co com edu gov gob go gouv govt ltd me mil net ne nhs nom or org plc police sch school id info biz firm gen ind res web adv eng tm asso gc on qc bc ab".Split(' ').ToFrozenSet();

    // Places where many have a page of their own; the page tells nothing about the others.
    private static readonly FrozenSet<string> Shared = "github.io wordpress.com blogspot.com wixsite.com weebly.com netlify.app vercel.app squarespace.com medium.com substack.com myshopify.com herokuapp.com web.app sites.google.com linkedin.com facebook.com twitter.com x.com instagram.com youtube.com xing.com crunchbase.com wikipedia.org".Split(' ').ToFrozenSet();

    /// <summary>The domain that an organisation registered: <c>example.co.uk</c> of <c>https://www.shop.example.co.uk/about</c> or <c>ana@mail.example.co.uk</c>; null for none.</summary>
    public static string? Registrable(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return null;
        var host = address.Trim().ToLowerInvariant();
        host = host[(host.LastIndexOf('@') + 1)..];
        if (host.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0)
            host = host[(scheme + 3)..];
        if (host.AsSpan().IndexOfAny('/', '?', '#') is var path and >= 0)
            host = host[..path];
        if (host.IndexOf(':', StringComparison.Ordinal) is var port and >= 0)
            host = host[..port];
        var labels = host.TrimEnd('.').Split('.');
        if (labels.Length < 2 || !Array.TrueForAll(labels, IsLabel) || char.IsAsciiDigit(labels[^1][0]))
            return null;
        var isLong = labels.Length > 2 && labels[^1].Length == 2 && Second.Contains(labels[^2]);
        return string.Join('.', labels[^(isLong ? 3 : 2)..]);
    }

    /// <summary>The registered domain of an organisation; null where it is a free mail service or a place that many share.</summary>
    public static string? OfOrganisation(string? address) =>
        Registrable(address) is { } domain && !IsFreeMail(domain) && !Shared.Contains(domain) ? domain : null;

    /// <summary>True for a domain where anybody gets an e-mail address.</summary>
    public static bool IsFreeMail(string domain) => Free.Contains(domain.ToLowerInvariant());

    /// <summary>The part of a registered domain that is a name: <c>example</c> of <c>example.co.uk</c>.</summary>
    internal static string Name(string domain) => domain[..domain.IndexOf('.', StringComparison.Ordinal)].Replace("-", "", StringComparison.Ordinal);

    private static bool IsLabel(string label)
    {
        if (label.Length is 0 or > 63)
            return false;
        foreach (var letter in label)
            if (!char.IsLetterOrDigit(letter) && letter != '-') return false;
        return true;
    }
}
