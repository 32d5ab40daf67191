using Microsoft.EntityFrameworkCore.Migrations;

namespace Kith.Data;

/// <summary>The parts of the schema that the model cannot express: full-text search and row-level security.</summary>
internal static class RawSchema
{
    // What the first migration secured; tables that came later are secured by their own.
    private static readonly string[] First =
    [
        "people", "emails", "phones", "urls", "addresses", "tags", "sources", "organisations", "positions", "exchanges", "interactions",
        "loops", "findings", "goals", "targets", "opportunities", "events", "batches", "changes", "imports",
    ];

    /// <summary>The tables of the steps of the process.</summary>
    internal static readonly string[] Process =
    [
        "criteria", "audiences", "stakeholders", "attendees", "questions", "briefs", "cards", "hand_outs", "card_visits", "card_replies", "introductions",
        "sequences", "sequence_runs",
    ];

    /// <summary>The tables of messages, showcase, impressions, the pipeline and the review.</summary>
    internal static readonly string[] Showcase =
    [
        "message_templates", "written_messages", "claims", "evidence", "proofs", "need_matches", "showings", "contributions", "impressions", "feedback",
        "opportunity_steps", "opportunity_people", "criterion_ratings", "reviews",
    ];

    /// <summary>Tables whose rows belong to one workspace.</summary>
    internal static readonly string[] WorkspaceTables =
    [
        .. First, "duplicates", "acquaintances", "answers", .. Process, .. Showcase,
    ];

    /// <summary>
    /// FTS5 over the folded words, kept by triggers. It refers to rows by rowid, which VACUUM renumbers: rebuild it after one
    /// (<c>kith doctor --rebuild</c>).
    /// </summary>
    internal static void SearchPeople(MigrationBuilder sqlite)
    {
        sqlite.Sql("CREATE VIRTUAL TABLE people_search USING fts5(search_text, content='people', content_rowid='rowid', prefix='1 2 3', detail=none, columnsize=0)");
        sqlite.Sql("CREATE TRIGGER people_search_added AFTER INSERT ON people BEGIN INSERT INTO people_search(rowid, search_text) VALUES (new.rowid, new.search_text); END");
        sqlite.Sql("CREATE TRIGGER people_search_gone AFTER DELETE ON people BEGIN INSERT INTO people_search(people_search, rowid, search_text) VALUES ('delete', old.rowid, old.search_text); END");
        sqlite.Sql("CREATE TRIGGER people_search_changed AFTER UPDATE OF search_text ON people WHEN old.search_text <> new.search_text BEGIN "
            + "INSERT INTO people_search(people_search, rowid, search_text) VALUES ('delete', old.rowid, old.search_text); "
            + "INSERT INTO people_search(rowid, search_text) VALUES (new.rowid, new.search_text); END");
    }

    /// <summary>The same search on PostgreSQL, and a policy on every table: without a workspace no row is seen or written.</summary>
    internal static void SearchAndSecureRows(MigrationBuilder postgres)
    {
        postgres.Sql("CREATE INDEX ix_people_search ON people USING gin (to_tsvector('simple', search_text))");
        SecureRows(postgres, First);
    }

    /// <summary>Lets nobody see or write rows of these tables outside their workspace.</summary>
    internal static void SecureRows(MigrationBuilder postgres, params string[] tables)
    {
        foreach (var table in tables)
            postgres.Sql($"""
                ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
                ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
                CREATE POLICY workspace ON {table}
                    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
                    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
                """);
    }
}
