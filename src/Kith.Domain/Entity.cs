namespace Kith.Domain;

/// <summary>A row of one workspace. Its key is the pair of workspace and id, so that no row can refer to another workspace's.</summary>
public abstract class Row
{
    /// <summary>The workspace the row belongs to; stamped when it is first saved.</summary>
    public Guid WorkspaceId { get; set; }

    /// <summary>Client-made version-7 identifier.</summary>
    public required Guid Id { get; init; }
}

/// <summary>A row of the user's own data: every change to it is logged and can be undone.</summary>
public abstract class Entity : Row
{
    /// <summary>The bulk batch (an import) that created the row; null when it was created by hand.</summary>
    public Guid? BornIn { get; set; }
}

/// <summary>A row about one person: undoing, merging and erasing find it by this.</summary>
public interface IAboutPerson
{
    /// <summary>The person it is about.</summary>
    Guid? AboutPerson { get; }
}

/// <summary>A noun that goes to the trash for 30 days before it is erased.</summary>
public interface ITrashable
{
    /// <summary>When it was put in the trash (UTC), or null.</summary>
    DateTime? TrashedAt { get; set; }
}
