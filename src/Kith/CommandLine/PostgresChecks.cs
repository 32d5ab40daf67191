using Kith.Data;

namespace Kith.CommandLine;

/// <summary>What can be set up wrongly on PostgreSQL.</summary>
internal static class PostgresChecks
{
    internal static async Task<IReadOnlyList<Check>> Run(KithDb db, CancellationToken ct) =>
    [
        await Server(db, ct),
        await Search(db, ct),
        await RowSecurity(db, ct),
    ];

    private static async Task<Check> Server(KithDb db, CancellationToken ct) =>
        new("database", Health.Ok, $"PostgreSQL {(await Sql.Ask(db, "SHOW server_version", ct))[0]}, database {(await Sql.Ask(db, "SELECT current_database()", ct))[0]}.");

    private static async Task<Check> Search(KithDb db, CancellationToken ct) =>
        await Sql.Ask(db, "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass('ix_people_search') AND indisvalid", ct) is [_]
            ? new("search", Health.Ok, "The search index is valid.")
            : new("search", Health.Broken, "The search index is missing or invalid; run: REINDEX TABLE people");

    private static async Task<Check> RowSecurity(KithDb db, CancellationToken ct)
    {
        var role = await Sql.Ask(db, "SELECT rolname FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)", ct);
        if (role is [var above])
            return new("row security", Health.Broken, $"The role {above} is above row-level security; connect as a role with NOSUPERUSER NOBYPASSRLS (docs/configuration.md).");
        var guarded = await Sql.Ask(
            db,
            "SELECT c.relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid WHERE c.relnamespace = current_schema()::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity",
            ct);
        var open = RawSchema.WorkspaceTables.Except(guarded).ToList();
        return open.Count == 0
            ? new("row security", Health.Ok, "The database itself keeps workspaces apart.")
            : new("row security", Health.Broken, $"The database does not keep workspaces apart in: {string.Join(", ", open)}.");
    }
}
