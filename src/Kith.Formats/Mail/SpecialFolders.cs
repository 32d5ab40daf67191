using System.Collections.Frozen;

namespace Kith.Formats.Mail;

/// <summary>What a folder of a mail program is for (RFC 6154).</summary>
public enum SpecialFolder
{
    /// <summary>Any other folder.</summary>
    None,
    Sent,
    Drafts,
    Junk,
    Trash,
}

/// <summary>Tells the folders of mail programs by the names they have in the languages of their users.</summary>
public static class SpecialFolders
{
    private static readonly FrozenDictionary<string, SpecialFolder> known = new Dictionary<SpecialFolder, string>
    {
        [SpecialFolder.Sent] = "sent|sent mail|sent items|sent messages|sent-mail|outbox|gesendet|gesendete elemente|gesendete objekte|envoyés|messages envoyés|éléments envoyés|enviados|elementos enviados|mensajes enviados|"
            + "itens enviados|inviata|posta inviata|inviati|verzonden|verzonden items|wysłane|elementy wysłane|skickat|skickade|sendt|sendte elementer|poslano|odeslané|odoslané|elküldött|lähetetyt|отправленные|надіслані|απεσταλμένα|送信済み|送信済みメール|已发送|보낸편지함",
        [SpecialFolder.Drafts] = "draft|drafts|entwurf|entwürfe|brouillon|brouillons|borrador|borradores|rascunho|rascunhos|bozza|bozze|concept|concepten|szkice|wersje robocze|utkast|kladder|koncepty|nacrti|piszkozatok|luonnokset|черновики|чернетки|πρόχειρα|下書き|草稿|임시보관함",
        [SpecialFolder.Junk] = "spam|junk|junk e-mail|junk email|junk mail|bulk mail|spamverdacht|junk-e-mail|courrier indésirable|indésirables|pourriel|correo no deseado|lixo eletrônico|posta indesiderata|ongewenste e-mail|wiadomości-śmieci|skräppost|søppelpost|uønsket post|roskaposti|нежелательная почта|спам|迷惑メール|垃圾邮件|스팸",
        [SpecialFolder.Trash] = "trash|bin|deleted|deleted items|deleted messages|papierkorb|gelöschte elemente|gelöschte objekte|corbeille|éléments supprimés|papelera|elementos eliminados|lixeira|itens excluídos|cestino|posta eliminata|prullenbak|verwijderde items|kosz|elementy usunięte|papperskorgen|borttagna objekt|papirkurv|slettet post|roskakori|koš|smeće|kuka|корзина|кошик|κάδος|ゴミ箱|已删除|휴지통",
    }.SelectMany(each => each.Value.Split('|').Select(name => (name, each.Key))).ToFrozenDictionary(each => each.name, each => each.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The special folder among the labels of a message; where it bears several, the one that says most against it.</summary>
    public static SpecialFolder Of(MailRecord message) =>
        message.Labels.Select(Of).DefaultIfEmpty(SpecialFolder.None).Max();

    // INBOX/Sent, [Gmail]/Sent Mail, Work/Archive/Trash
    private static SpecialFolder Of(string label) =>
        known.GetValueOrDefault(label[(label.LastIndexOf('/') + 1)..].Trim());
}
