namespace Kith.Formats.Monica;

/// <summary>One person in an export of Monica with everything kept about them; other people are named by their uuid.</summary>
public sealed record MonicaContact
{
    public required string Uuid { get; init; }
    public string? FirstName { get; init; }
    public string? MiddleName { get; init; }
    public string? LastName { get; init; }
    public string? Nickname { get; init; }
    public string? Description { get; init; }
    public string? Job { get; init; }
    public string? Company { get; init; }
    public string? FoodPreferences { get; init; }
    public string? Gender { get; init; }
    public bool IsStarred { get; init; }

    /// <summary>Somebody's relative who is not a contact of their own.</summary>
    public bool IsPartial { get; init; }

    public bool IsActive { get; init; } = true;
    public bool IsDead { get; init; }
    public MonicaDate? Birthdate { get; init; }
    public MonicaDate? DeceasedDate { get; init; }
    public MonicaDate? FirstMetDate { get; init; }

    /// <summary>Who introduced the two.</summary>
    public MonicaReference? FirstMetThrough { get; init; }

    public string? FirstMetNote { get; init; }
    public DateOnly? LastTalkedTo { get; init; }

    /// <summary>Days between two talks, as the user wants it.</summary>
    public int? StayInTouchDays { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<MonicaField> Fields { get; init; } = [];
    public IReadOnlyList<MonicaAddress> Addresses { get; init; } = [];
    public IReadOnlyList<MonicaRelation> Relations { get; init; } = [];
    public IReadOnlyList<MonicaCall> Calls { get; init; } = [];
    public IReadOnlyList<MonicaNote> Notes { get; init; } = [];
    public IReadOnlyList<MonicaReminder> Reminders { get; init; } = [];
    public IReadOnlyList<MonicaTask> Tasks { get; init; } = [];
    public IReadOnlyList<MonicaConversation> Conversations { get; init; } = [];
    public IReadOnlyList<MonicaLifeEvent> LifeEvents { get; init; } = [];

    /// <summary>Gifts, debts and pets, each as a line of text.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The activities of <see cref="MonicaExport.Activities"/> that this person took part in, by uuid.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    public MonicaPhoto? Photo { get; init; }

    /// <summary>Blocks we do not know, as JSON.</summary>
    public IReadOnlyList<MonicaBlock> Others { get; init; } = [];
}

/// <summary>A day that may be known only in part.</summary>
/// <param name="Text">ISO date, or <c>--MM-DD</c> where the year is not known.</param>
/// <param name="IsGuess">Worked out from an age, so that only the year means something.</param>
public sealed record MonicaDate(string Text, bool IsGuess);

/// <summary>Another person of the export; the name is empty where the export lacks that person.</summary>
public sealed record MonicaReference(string Uuid, string Name);

/// <summary>A way to reach somebody, with its kind from the export's own table: <c>email</c>, <c>phone</c>, or its name such as <c>Twitter</c>.</summary>
public sealed record MonicaField(string? Uuid, string Kind, string? Name, string Value);

public sealed record MonicaAddress(string? Uuid, string? Name, string? Street, string? City, string? Province, string? PostalCode, string? Country);

/// <summary>What somebody is to this person: <c>partner</c>, <c>child</c>, <c>boss</c>.</summary>
public sealed record MonicaRelation(string Kind, MonicaReference Person);

/// <param name="IsIncoming">They called.</param>
public sealed record MonicaCall(string? Uuid, DateTime? At, string? Content, bool IsIncoming);

public sealed record MonicaNote(string? Uuid, DateTime? CreatedAt, string Body, bool IsFavorite);

/// <param name="Every">How often it comes back: <c>one_time</c>, <c>week</c>, <c>month</c>, <c>year</c>.</param>
public sealed record MonicaReminder(string? Uuid, DateOnly? On, string? Title, string? Description, string? Every, int? Interval);

public sealed record MonicaTask(string? Uuid, string? Title, string? Description, bool IsDone, DateTime? DoneAt);

public sealed record MonicaConversation(string? Uuid, DateOnly? On, string? Channel, IReadOnlyList<MonicaMessage> Messages);

public sealed record MonicaMessage(string? Uuid, DateTime? At, string Content, bool IsMine);

public sealed record MonicaLifeEvent(string? Uuid, DateOnly? On, string? Name, string? Kind, string? Note);

/// <summary>Something several people did together.</summary>
/// <param name="People">Those who took part.</param>
public sealed record MonicaActivity(string Uuid, DateOnly? On, string? Summary, string? Description, string? Kind, IReadOnlyList<MonicaReference> People);

public sealed record MonicaPhoto(string? MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>A part of the export that we do not know.</summary>
public sealed record MonicaBlock(string Kind, string Json);
