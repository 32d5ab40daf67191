using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kith.Archiving;

/// <summary>One field of an archived row: a column of the model under its name in camel case.</summary>
internal sealed class ArchiveColumn
{
    private readonly PropertyInfo property;
    private readonly MemberInfo target;
    private readonly JsonTypeInfo type;

    private ArchiveColumn(IProperty column)
    {
        property = column.PropertyInfo ?? throw new NotSupportedException($"{column.DeclaringType.DisplayName()}.{column.Name} has no property to archive.");
        target = column.GetMemberInfo(forMaterialization: true, forSet: true);
        type = ArchiveFormat.Json.GetTypeInfo(column.ClrType);
        Name = JsonNamingPolicy.CamelCase.ConvertName(column.Name);
        // A column that a later version adds is missing in older archives; it keeps what a new row has unless no row can be without it.
        IsDemanded = !column.IsNullable && property.IsDefined(typeof(RequiredMemberAttribute));
    }

    /// <summary>The name of the field.</summary>
    internal string Name { get; }

    /// <summary>True when no row can be without it.</summary>
    internal bool IsDemanded { get; }

    /// <summary>
    /// The fields of a noun: the id, then the others by name. Left out is what is computed from the others, and what says in which workspace of which
    /// installation the row stands.
    /// </summary>
    internal static IReadOnlyList<ArchiveColumn> Of(IReadOnlyEntityType noun) =>
        [.. ((IEntityType)noun).GetProperties().Where(IsArchived).OrderBy(p => p.Name != nameof(Row.Id)).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => new ArchiveColumn(p))];

    internal void Write(Utf8JsonWriter json, object row)
    {
        if (property.GetValue(row) is not { } value)
            return;
        json.WritePropertyName(Name);
        JsonSerializer.Serialize(json, value, type);
    }

    /// <summary>Takes the value the reader stands before.</summary>
    internal void Read(ref Utf8JsonReader json, object row)
    {
        if (JsonSerializer.Deserialize(ref json, type) is not { } value)
            return;
        if (target is FieldInfo field)
            field.SetValue(row, value);
        else
            ((PropertyInfo)target).SetValue(row, value);
    }

    private static bool IsArchived(IProperty column) => column.DeclaringType.ClrType == typeof(Workspace)
        ? column.Name is nameof(Workspace.Name) or nameof(Workspace.TimeZone) or nameof(Workspace.Country)
        : column.Name != nameof(Row.WorkspaceId) && !(column.DeclaringType.ClrType == typeof(Person) && ChangeLog.Projected.Contains(column.Name));
}
