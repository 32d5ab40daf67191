namespace Kith.Formats.ContactCsv;

/// <summary>The program whose layout a table of people has.</summary>
public enum ContactCsvDialect
{
    Unknown,

    /// <summary>Google Contacts until 2024: <c>Given Name</c>, <c>Group Membership</c>, <c>E-mail 1 - Type</c>.</summary>
    GoogleOld,

    /// <summary>The same with <c>Language</c> and <c>Photo</c>.</summary>
    GoogleOldWithPhoto,

    /// <summary>Google Contacts since 2024: <c>First Name</c>, <c>Labels</c>, <c>E-mail 1 - Label</c>.</summary>
    Google,

    /// <summary>What Google writes for Outlook: Outlook's names with whole addresses (<c>Home Address</c>).</summary>
    GoogleOutlook,

    /// <summary>Outlook on the desktop, 90 columns and more, in the language of the program.</summary>
    Outlook,

    /// <summary>New Outlook and outlook.com.</summary>
    OutlookCom,

    Thunderbird,
    AtomicCrm,
    PingCrm,

    /// <summary>Columns named after the properties of a vCard, as ownCloud and Nextcloud tools write them.</summary>
    OwnCloud,

    /// <summary>career-ops: tabs and no header, so it is read only when it is asked for.</summary>
    CareerOps
}
