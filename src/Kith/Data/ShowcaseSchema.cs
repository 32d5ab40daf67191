using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>The part of the model that messages, showcase and impressions write.</summary>
internal static class ShowcaseSchema
{
    internal static void Build(ModelBuilder model, KithDb db)
    {
        Messages(model, db);
        Showcase(model, db);
        Impressions(model, db);
    }

    private static void Messages(ModelBuilder model, KithDb db)
    {
        Schema.Rows<MessageTemplate>(model, db, "message_templates");
        Schema.Parts<WrittenMessage>(model, db, "written_messages", m =>
        {
            Schema.Within<WrittenMessage, Loop>(m, x => new { x.WorkspaceId, x.LoopId });
            Schema.Within<WrittenMessage, Introduction>(m, x => new { x.WorkspaceId, x.IntroductionId });
            Schema.Within<WrittenMessage, Interaction>(m, x => new { x.WorkspaceId, x.InteractionId });
            m.HasIndex(x => new { x.WorkspaceId, x.SentAt, x.CreatedAt });
        });
    }

    private static void Showcase(ModelBuilder model, KithDb db)
    {
        Schema.Rows<Claim>(model, db, "claims", c => Schema.Keyed(c, x => new { x.WorkspaceId, x.SourceKey }));
        Schema.Rows<Evidence>(model, db, "evidence", e => Schema.Keyed(e, x => new { x.WorkspaceId, x.SourceKey }));
        Schema.Rows<Proof>(model, db, "proofs", p =>
        {
            ProcessSchema.Of<Proof, Claim>(p, x => new { x.WorkspaceId, x.ClaimId });
            ProcessSchema.Of<Proof, Evidence>(p, x => new { x.WorkspaceId, x.EvidenceId });
            p.HasIndex(x => new { x.WorkspaceId, x.ClaimId, x.EvidenceId }).IsUnique();
        });
        Schema.Rows<NeedMatch>(model, db, "need_matches", n =>
        {
            ProcessSchema.Of<NeedMatch, Finding>(n, x => new { x.WorkspaceId, x.FindingId });
            ProcessSchema.Of<NeedMatch, Claim>(n, x => new { x.WorkspaceId, x.ClaimId });
            n.HasIndex(x => new { x.WorkspaceId, x.FindingId, x.ClaimId }).IsUnique();
        });
        Schema.Parts<Showing>(model, db, "showings", s =>
        {
            ProcessSchema.Of<Showing, Claim>(s, x => new { x.WorkspaceId, x.ClaimId });
            ProcessSchema.Of<Showing, Evidence>(s, x => new { x.WorkspaceId, x.EvidenceId });
            Schema.Within<Showing, Interaction>(s, x => new { x.WorkspaceId, x.InteractionId });
        });
        Schema.Rows<Contribution>(model, db, "contributions", c =>
        {
            ProcessSchema.Of<Contribution, Opportunity>(c, x => new { x.WorkspaceId, x.OpportunityId });
            ProcessSchema.Of<Contribution, Claim>(c, x => new { x.WorkspaceId, x.ClaimId });
            Schema.Within<Contribution, Evidence>(c, x => new { x.WorkspaceId, x.EvidenceId });
        });
    }

    private static void Impressions(ModelBuilder model, KithDb db)
    {
        Schema.Parts<Impression>(model, db, "impressions", i =>
        {
            ProcessSchema.Of<Impression, Interaction>(i, x => new { x.WorkspaceId, x.InteractionId });
            i.HasIndex(x => new { x.WorkspaceId, x.On });
        });
        Schema.Parts<Feedback>(model, db, "feedback", f =>
        {
            ProcessSchema.Of<Feedback, Impression>(f, x => new { x.WorkspaceId, x.ImpressionId });
            f.HasIndex(x => new { x.WorkspaceId, x.Token }).IsUnique();
        });
    }
}
