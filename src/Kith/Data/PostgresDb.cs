using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>PostgreSQL, for those who host: chosen by a connection string.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : KithDb(options)
{
    /// <inheritdoc/>
    public override IQueryable<Person> PeopleMatching(string text)
    {
        var words = Folding.Words(text);
        if (words.Length == 0)
            return People;
        // Folded words hold letters and digits only, so no word can carry a tsquery operator.
        var match = string.Join(" & ", words.Select(w => w + ":*"));
        return People.FromSql($"SELECT * FROM people WHERE to_tsvector('simple', search_text) @@ to_tsquery('simple', {match})");
    }
}
