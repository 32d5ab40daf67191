using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>The embedded default: one SQLite file in the data folder.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : KithDb(options)
{
    /// <inheritdoc/>
    public override IQueryable<Person> PeopleMatching(string text)
    {
        var words = Folding.Words(text);
        if (words.Length == 0)
            return People;
        var match = string.Join(' ', words.Select(w => $"\"{w}\"*"));
        return People.FromSql($"SELECT p.* FROM people_search s JOIN people p ON p.rowid = s.rowid WHERE people_search MATCH {match}");
    }
}
