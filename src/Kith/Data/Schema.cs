using System.Linq.Expressions;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kith.Data;

/// <summary>The model of both databases: composite keys, foreign keys within the workspace, filters and indexes.</summary>
internal static class Schema
{
    private static readonly ValueConverter<DateTime, long> Milliseconds = new(
        at => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)).ToUnixTimeMilliseconds(),
        ms => DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcDateTime);

    /// <summary>Instants are Unix milliseconds on both databases, so that both sort and compare alike.</summary>
    internal static void Conventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTime>().HaveConversion<UnixMilliseconds>();

    internal static void Build(ModelBuilder model, KithDb db)
    {
        model.Entity<Workspace>().Property(w => w.Id).ValueGeneratedNever();
        model.Entity<Account>().HasOne<Workspace>().WithMany().HasForeignKey(a => a.WorkspaceId);
        model.Entity<OutboxItem>(o =>
        {
            o.ToTable("outbox").Property(i => i.Id).ValueGeneratedNever();
            o.HasIndex(i => i.Due).HasFilter("done_at IS NULL");
        });
        People(model, db);
        Relationships(model, db);
        ProcessSchema.Build(model, db);
        HistoryRows(model, db);
    }

    private static void People(ModelBuilder model, KithDb db)
    {
        Rows<Person>(model, db, "people", p =>
        {
            p.HasQueryFilter(KithDb.TrashFilter, x => x.TrashedAt == null && x.MergedInto == null);
            // No foreign key: SQLite would rebuild the table for it and lose the triggers of the search.
            p.HasIndex(x => new { x.WorkspaceId, x.MergedInto }).HasFilter("merged_into IS NOT NULL");
            p.HasIndex(x => new { x.WorkspaceId, x.LinkedIn }).IsUnique().HasFilter("linked_in IS NOT NULL");
            p.HasIndex(x => new { x.WorkspaceId, x.SortName });
            p.HasIndex(x => new { x.WorkspaceId, x.LastContact });
            p.HasIndex(x => new { x.WorkspaceId, x.Strength });
            p.HasIndex(x => new { x.WorkspaceId, x.CreatedAt });
            p.HasIndex(x => new { x.WorkspaceId, x.NextTouch }).HasFilter("next_touch IS NOT NULL");
        });
        Parts<PersonEmail>(model, db, "emails", e => e.HasIndex(x => new { x.WorkspaceId, x.Value }));
        Parts<PersonPhone>(model, db, "phones");
        Parts<PersonUrl>(model, db, "urls");
        Parts<PersonAddress>(model, db, "addresses");
        Parts<PersonTag>(model, db, "tags", t => t.HasIndex(x => new { x.WorkspaceId, x.Value }));
        Parts<PersonSource>(model, db, "sources", s => s.HasIndex(x => new { x.WorkspaceId, x.Kind, x.Key }).IsUnique());
        Rows<Duplicate>(model, db, "duplicates", d =>
        {
            d.HasOne<Person>().WithMany().HasForeignKey(x => new { x.WorkspaceId, x.FirstId }).OnDelete(DeleteBehavior.Cascade);
            d.HasOne<Person>().WithMany().HasForeignKey(x => new { x.WorkspaceId, x.SecondId }).OnDelete(DeleteBehavior.Cascade);
            d.HasIndex(x => new { x.WorkspaceId, x.FirstId, x.SecondId }).IsUnique();
            d.HasIndex(x => new { x.WorkspaceId, x.State, x.Score });
        });
        Rows<Organisation>(model, db, "organisations", o =>
        {
            o.HasQueryFilter(KithDb.TrashFilter, x => x.TrashedAt == null);
            o.HasIndex(x => new { x.WorkspaceId, x.NameKey }).IsUnique();
        });
        Parts<Position>(model, db, "positions", p => Within<Position, Organisation>(p, x => new { x.WorkspaceId, x.OrganisationId }));
    }

    private static void Relationships(ModelBuilder model, KithDb db)
    {
        Parts<Exchange>(model, db, "exchanges", e =>
        {
            Keyed(e, x => new { x.WorkspaceId, x.SourceKey });
            Within<Exchange, Event>(e, x => new { x.WorkspaceId, x.EventId });
            e.HasIndex(x => new { x.WorkspaceId, x.EventId }).HasFilter("event_id IS NOT NULL");
        });
        Parts<Interaction>(model, db, "interactions", i =>
        {
            Keyed(i, x => new { x.WorkspaceId, x.SourceKey });
            Within<Interaction, Event>(i, x => new { x.WorkspaceId, x.EventId });
            i.HasIndex(x => new { x.WorkspaceId, x.EventId }).HasFilter("event_id IS NOT NULL");
        });
        Parts<Loop>(model, db, "loops", l =>
        {
            Keyed(l, x => new { x.WorkspaceId, x.SourceKey });
            l.HasIndex(x => new { x.WorkspaceId, x.State, x.Kind, x.OpenedOn });
            Within<Loop, Exchange>(l, x => new { x.WorkspaceId, x.ExchangeId });
            Within<Loop, Interaction>(l, x => new { x.WorkspaceId, x.InteractionId });
            Within<Loop, Interaction>(l, x => new { x.WorkspaceId, x.EvidenceId });
            Within<Loop, Introduction>(l, x => new { x.WorkspaceId, x.IntroductionId });
            Within<Loop, SequenceRun>(l, x => new { x.WorkspaceId, x.RunId });
            Within<Loop, Opportunity>(l, x => new { x.WorkspaceId, x.OpportunityId });
            l.HasIndex(x => new { x.WorkspaceId, x.OpportunityId }).HasFilter("opportunity_id IS NOT NULL");
            l.HasIndex(x => new { x.WorkspaceId, x.IntroductionId }).HasFilter("introduction_id IS NOT NULL");
            l.HasIndex(x => new { x.WorkspaceId, x.RunId }).HasFilter("run_id IS NOT NULL");
            l.HasIndex(x => new { x.WorkspaceId, x.ExchangeId }).HasFilter("exchange_id IS NOT NULL");
            l.HasIndex(x => new { x.WorkspaceId, x.InteractionId }).HasFilter("interaction_id IS NOT NULL");
            l.HasIndex(x => new { x.WorkspaceId, x.EvidenceId }).HasFilter("evidence_id IS NOT NULL");
        });
        model.Entity<Interaction>().HasIndex(x => new { x.WorkspaceId, x.PersonId, x.At });
        Parts<Answer>(model, db, "answers", a => a.HasIndex(x => new { x.WorkspaceId, x.On }));
        Parts<Acquaintance>(model, db, "acquaintances", a =>
        {
            Keyed(a, x => new { x.WorkspaceId, x.SourceKey });
            a.HasOne<Person>().WithMany().HasForeignKey(x => new { x.WorkspaceId, x.OtherId }).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void HistoryRows(ModelBuilder model, KithDb db)
    {
        Rows<Batch>(model, db, "batches", b => b.HasIndex(x => new { x.WorkspaceId, x.At }));
        Rows<Change>(model, db, "changes", c =>
        {
            c.HasOne<Batch>().WithMany().HasForeignKey(x => new { x.WorkspaceId, x.BatchId });
            c.HasIndex(x => new { x.WorkspaceId, x.RowId });
            c.HasIndex(x => new { x.WorkspaceId, x.PersonId }).HasFilter("person_id IS NOT NULL");
        });
        Rows<ImportRun>(model, db, "imports", i => i.HasIndex(x => new { x.WorkspaceId, x.ReceivedAt }));
    }

    internal static void Rows<T>(ModelBuilder model, KithDb db, string table, Action<EntityTypeBuilder<T>>? more = null)
        where T : Row =>
        model.Entity<T>(row =>
        {
            row.ToTable(table).HasKey(x => new { x.WorkspaceId, x.Id });
            row.Property(x => x.Id).ValueGeneratedNever();
            row.HasQueryFilter("Workspace", x => x.WorkspaceId == db.WorkspaceId);
            row.HasOne<Workspace>().WithMany().HasForeignKey(x => x.WorkspaceId).OnDelete(DeleteBehavior.Cascade);
            more?.Invoke(row);
        });

    internal static void Parts<T>(ModelBuilder model, KithDb db, string table, Action<EntityTypeBuilder<T>>? more = null)
        where T : PersonPart =>
        Rows<T>(model, db, table, part =>
        {
            part.HasOne<Person>().WithMany().HasForeignKey(x => new { x.WorkspaceId, x.PersonId }).OnDelete(DeleteBehavior.Cascade);
            more?.Invoke(part);
        });

    internal static void Within<T, TOther>(EntityTypeBuilder<T> row, Expression<Func<T, object?>> key)
        where T : Row
        where TOther : Row =>
        row.HasOne<TOther>().WithMany().HasForeignKey(key).IsRequired(false).OnDelete(DeleteBehavior.NoAction);

    internal static void Keyed<T>(EntityTypeBuilder<T> row, Expression<Func<T, object?>> key)
        where T : Row =>
        row.HasIndex(key).IsUnique().HasFilter("source_key IS NOT NULL");

    private sealed class UnixMilliseconds() : ValueConverter<DateTime, long>(Milliseconds.ConvertToProviderExpression, Milliseconds.ConvertFromProviderExpression);
}
