using System.Linq.Expressions;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kith.Data;

/// <summary>The part of the model that the steps of the process write: goals, homework, audiences, cards, events, sequences and introductions.</summary>
internal static class ProcessSchema
{
    internal static void Build(ModelBuilder model, KithDb db)
    {
        Aims(model, db);
        Homework(model, db);
        Cards(model, db);
        Approaches(model, db);
        Schema.Rows<Review>(model, db, "reviews", r => r.HasIndex(x => new { x.WorkspaceId, x.Week }).IsUnique());
        ShowcaseSchema.Build(model, db);
    }

    private static void Aims(ModelBuilder model, KithDb db)
    {
        Schema.Rows<Goal>(model, db, "goals");
        Schema.Rows<Criterion>(model, db, "criteria", c => Of<Criterion, Goal>(c, x => new { x.WorkspaceId, x.GoalId }));
        Schema.Rows<TargetOrganisation>(model, db, "targets", t =>
        {
            Of<TargetOrganisation, Goal>(t, x => new { x.WorkspaceId, x.GoalId });
            Schema.Within<TargetOrganisation, Organisation>(t, x => new { x.WorkspaceId, x.OrganisationId });
            t.HasIndex(x => new { x.WorkspaceId, x.GoalId, x.OrganisationId }).IsUnique();
        });
        Schema.Rows<Opportunity>(model, db, "opportunities", o =>
        {
            Schema.Keyed(o, x => new { x.WorkspaceId, x.SourceKey });
            Schema.Within<Opportunity, Organisation>(o, x => new { x.WorkspaceId, x.OrganisationId });
            Schema.Within<Opportunity, Goal>(o, x => new { x.WorkspaceId, x.GoalId });
        });
        Schema.Rows<OpportunityStep>(model, db, "opportunity_steps", s => Of<OpportunityStep, Opportunity>(s, x => new { x.WorkspaceId, x.OpportunityId }));
        Schema.Parts<OpportunityPerson>(model, db, "opportunity_people", p =>
        {
            Of<OpportunityPerson, Opportunity>(p, x => new { x.WorkspaceId, x.OpportunityId });
            p.HasIndex(x => new { x.WorkspaceId, x.OpportunityId, x.PersonId }).IsUnique();
        });
        Schema.Rows<CriterionRating>(model, db, "criterion_ratings", r =>
        {
            Of<CriterionRating, Criterion>(r, x => new { x.WorkspaceId, x.CriterionId });
            Of<CriterionRating, Opportunity>(r, x => new { x.WorkspaceId, x.OpportunityId });
            r.HasIndex(x => new { x.WorkspaceId, x.OpportunityId, x.CriterionId, x.Day }).IsUnique();
        });
        Schema.Rows<Audience>(model, db, "audiences", a => Schema.Within<Audience, Goal>(a, x => new { x.WorkspaceId, x.GoalId }));
        Schema.Parts<Stakeholder>(model, db, "stakeholders", s =>
        {
            Of<Stakeholder, Organisation>(s, x => new { x.WorkspaceId, x.OrganisationId });
            s.HasIndex(x => new { x.WorkspaceId, x.OrganisationId, x.PersonId });
        });
    }

    private static void Homework(ModelBuilder model, KithDb db)
    {
        Schema.Rows<Event>(model, db, "events", e => Schema.Keyed(e, x => new { x.WorkspaceId, x.SourceKey }));
        Schema.Rows<Attendee>(model, db, "attendees", a =>
        {
            Of<Attendee, Event>(a, x => new { x.WorkspaceId, x.EventId });
            Of<Attendee, Person>(a, x => new { x.WorkspaceId, x.PersonId });
        });
        Schema.Rows<Question>(model, db, "questions", q =>
        {
            Of<Question, Person>(q, x => new { x.WorkspaceId, x.PersonId });
            Of<Question, Organisation>(q, x => new { x.WorkspaceId, x.OrganisationId });
            Of<Question, Event>(q, x => new { x.WorkspaceId, x.EventId });
        });
        Schema.Rows<Finding>(model, db, "findings", f =>
        {
            Schema.Keyed(f, x => new { x.WorkspaceId, x.SourceKey });
            Of<Finding, Person>(f, x => new { x.WorkspaceId, x.PersonId });
            Of<Finding, Organisation>(f, x => new { x.WorkspaceId, x.OrganisationId });
            Of<Finding, Event>(f, x => new { x.WorkspaceId, x.EventId });
            Of<Finding, Question>(f, x => new { x.WorkspaceId, x.QuestionId });
        });
        Schema.Parts<Brief>(model, db, "briefs", b => b.HasIndex(x => new { x.WorkspaceId, x.MeetingAt }).HasFilter("meeting_at IS NOT NULL"));
    }

    private static void Cards(ModelBuilder model, KithDb db)
    {
        Schema.Rows<Card>(model, db, "cards", c => Schema.Within<Card, Audience>(c, x => new { x.WorkspaceId, x.AudienceId }));
        Schema.Rows<HandOut>(model, db, "hand_outs", h =>
        {
            Of<HandOut, Card>(h, x => new { x.WorkspaceId, x.CardId });
            Of<HandOut, Person>(h, x => new { x.WorkspaceId, x.PersonId });
            Schema.Within<HandOut, Event>(h, x => new { x.WorkspaceId, x.EventId });
            Schema.Within<HandOut, Exchange>(h, x => new { x.WorkspaceId, x.ExchangeId });
            h.HasIndex(x => new { x.WorkspaceId, x.Token }).IsUnique();
        });
        Schema.Rows<CardVisit>(model, db, "card_visits", v =>
        {
            Of<CardVisit, HandOut>(v, x => new { x.WorkspaceId, x.HandOutId });
            v.HasIndex(x => new { x.WorkspaceId, x.HandOutId, x.Kind });
        });
        Schema.Rows<CardReply>(model, db, "card_replies", r =>
        {
            Of<CardReply, HandOut>(r, x => new { x.WorkspaceId, x.HandOutId });
            Of<CardReply, Person>(r, x => new { x.WorkspaceId, x.PersonId });
            r.HasIndex(x => new { x.WorkspaceId, x.State });
        });
    }

    private static void Approaches(ModelBuilder model, KithDb db)
    {
        Schema.Parts<Introduction>(model, db, "introductions", i =>
        {
            Schema.Within<Introduction, Person>(i, x => new { x.WorkspaceId, x.OtherId });
            Schema.Within<Introduction, Opportunity>(i, x => new { x.WorkspaceId, x.OpportunityId });
            i.HasIndex(x => new { x.WorkspaceId, x.State });
        });
        Schema.Rows<Sequence>(model, db, "sequences");
        Schema.Parts<SequenceRun>(model, db, "sequence_runs", r =>
        {
            Schema.Within<SequenceRun, Person>(r, x => new { x.WorkspaceId, x.SecondId });
            Schema.Within<SequenceRun, Organisation>(r, x => new { x.WorkspaceId, x.OrganisationId });
            r.HasIndex(x => new { x.WorkspaceId, x.State });
        });
    }

    // What cannot be without the other goes with it.
    internal static void Of<T, TOther>(EntityTypeBuilder<T> row, Expression<Func<T, object?>> key)
        where T : Row
        where TOther : Row =>
        row.HasOne<TOther>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
}
