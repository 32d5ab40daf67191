using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kith.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ShowAndMeasure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "close_reason",
                table: "opportunities",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "closed_after",
                table: "opportunities",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "next_on",
                table: "opportunities",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "next_step",
                table: "opportunities",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "offer_terms",
                table: "opportunities",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "offer_until",
                table: "opportunities",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "opportunity_id",
                table: "loops",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    source_key = table.Column<string>(type: "text", nullable: true),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claims", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_claims_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "criterion_ratings",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opportunity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criterion_ratings", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_criterion_ratings_criteria_workspace_id_criterion_id",
                        columns: x => new { x.workspace_id, x.criterion_id },
                        principalTable: "criteria",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_criterion_ratings_opportunities_workspace_id_opportunity_id",
                        columns: x => new { x.workspace_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_criterion_ratings_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    situation = table.Column<string>(type: "text", nullable: true),
                    task = table.Column<string>(type: "text", nullable: true),
                    action = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    numbers = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    file_name = table.Column<string>(type: "text", nullable: true),
                    file_type = table.Column<string>(type: "text", nullable: true),
                    file = table.Column<byte[]>(type: "bytea", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    source_key = table.Column<string>(type: "text", nullable: true),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_evidence_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "impressions",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    interaction_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clarity = table.Column<int>(type: "integer", nullable: true),
                    usefulness = table.Column<int>(type: "integer", nullable: true),
                    warmth = table.Column<int>(type: "integer", nullable: true),
                    line = table.Column<string>(type: "text", nullable: true),
                    asked = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_impressions", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_impressions_interactions_workspace_id_interaction_id",
                        columns: x => new { x.workspace_id, x.interaction_id },
                        principalTable: "interactions",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_impressions_people_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_impressions_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "message_templates",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_templates", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_message_templates_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "opportunity_people",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    opportunity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<int>(type: "integer", nullable: false),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opportunity_people", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_opportunity_people_opportunities_workspace_id_opportunity_id",
                        columns: x => new { x.workspace_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_opportunity_people_people_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_opportunity_people_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "opportunity_steps",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    opportunity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opportunity_steps", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_opportunity_steps_opportunities_workspace_id_opportunity_id",
                        columns: x => new { x.workspace_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_opportunity_steps_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: false),
                    learnt = table.Column<string>(type: "text", nullable: true),
                    next = table.Column<string>(type: "text", nullable: true),
                    conversations = table.Column<int>(type: "integer", nullable: true),
                    decision_makers = table.Column<int>(type: "integer", nullable: true),
                    follow_ups = table.Column<int>(type: "integer", nullable: true),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_reviews_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "written_messages",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    template = table.Column<string>(type: "text", nullable: true),
                    loop_id = table.Column<Guid>(type: "uuid", nullable: true),
                    introduction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    interaction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_written_messages", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_written_messages_interactions_workspace_id_interaction_id",
                        columns: x => new { x.workspace_id, x.interaction_id },
                        principalTable: "interactions",
                        principalColumns: new[] { "workspace_id", "id" });
                    table.ForeignKey(
                        name: "fk_written_messages_introductions_workspace_id_introduction_id",
                        columns: x => new { x.workspace_id, x.introduction_id },
                        principalTable: "introductions",
                        principalColumns: new[] { "workspace_id", "id" });
                    table.ForeignKey(
                        name: "fk_written_messages_loops_workspace_id_loop_id",
                        columns: x => new { x.workspace_id, x.loop_id },
                        principalTable: "loops",
                        principalColumns: new[] { "workspace_id", "id" });
                    table.ForeignKey(
                        name: "fk_written_messages_people_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_written_messages_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "need_matches",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_matches", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_need_matches_claims_workspace_id_claim_id",
                        columns: x => new { x.workspace_id, x.claim_id },
                        principalTable: "claims",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_need_matches_findings_workspace_id_finding_id",
                        columns: x => new { x.workspace_id, x.finding_id },
                        principalTable: "findings",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_need_matches_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    opportunity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: true),
                    mission = table.Column<string>(type: "text", nullable: true),
                    need = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contributions", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_contributions_claims_workspace_id_claim_id",
                        columns: x => new { x.workspace_id, x.claim_id },
                        principalTable: "claims",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contributions_evidence_workspace_id_evidence_id",
                        columns: x => new { x.workspace_id, x.evidence_id },
                        principalTable: "evidence",
                        principalColumns: new[] { "workspace_id", "id" });
                    table.ForeignKey(
                        name: "fk_contributions_opportunities_workspace_id_opportunity_id",
                        columns: x => new { x.workspace_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contributions_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proofs",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proofs", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_proofs_claims_workspace_id_claim_id",
                        columns: x => new { x.workspace_id, x.claim_id },
                        principalTable: "claims",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_proofs_evidence_workspace_id_evidence_id",
                        columns: x => new { x.workspace_id, x.evidence_id },
                        principalTable: "evidence",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_proofs_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "showings",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: true),
                    way = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    interaction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_showings", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_showings_claims_workspace_id_claim_id",
                        columns: x => new { x.workspace_id, x.claim_id },
                        principalTable: "claims",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_showings_evidence_workspace_id_evidence_id",
                        columns: x => new { x.workspace_id, x.evidence_id },
                        principalTable: "evidence",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_showings_interactions_workspace_id_interaction_id",
                        columns: x => new { x.workspace_id, x.interaction_id },
                        principalTable: "interactions",
                        principalColumns: new[] { "workspace_id", "id" });
                    table.ForeignKey(
                        name: "fk_showings_people_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_showings_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    impression_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    clarity = table.Column<int>(type: "integer", nullable: true),
                    usefulness = table.Column<int>(type: "integer", nullable: true),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_feedback_impressions_workspace_id_impression_id",
                        columns: x => new { x.workspace_id, x.impression_id },
                        principalTable: "impressions",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_feedback_people_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_feedback_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_loops_workspace_id_opportunity_id",
                table: "loops",
                columns: new[] { "workspace_id", "opportunity_id" },
                filter: "opportunity_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_workspace_id_source_key",
                table: "claims",
                columns: new[] { "workspace_id", "source_key" },
                unique: true,
                filter: "source_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contributions_workspace_id_claim_id",
                table: "contributions",
                columns: new[] { "workspace_id", "claim_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contributions_workspace_id_evidence_id",
                table: "contributions",
                columns: new[] { "workspace_id", "evidence_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contributions_workspace_id_opportunity_id",
                table: "contributions",
                columns: new[] { "workspace_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_criterion_ratings_workspace_id_criterion_id",
                table: "criterion_ratings",
                columns: new[] { "workspace_id", "criterion_id" });

            migrationBuilder.CreateIndex(
                name: "ix_criterion_ratings_workspace_id_opportunity_id_criterion_id_",
                table: "criterion_ratings",
                columns: new[] { "workspace_id", "opportunity_id", "criterion_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_workspace_id_source_key",
                table: "evidence",
                columns: new[] { "workspace_id", "source_key" },
                unique: true,
                filter: "source_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_workspace_id_impression_id",
                table: "feedback",
                columns: new[] { "workspace_id", "impression_id" });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_workspace_id_person_id",
                table: "feedback",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_workspace_id_token",
                table: "feedback",
                columns: new[] { "workspace_id", "token" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_impressions_workspace_id_interaction_id",
                table: "impressions",
                columns: new[] { "workspace_id", "interaction_id" });

            migrationBuilder.CreateIndex(
                name: "ix_impressions_workspace_id_on",
                table: "impressions",
                columns: new[] { "workspace_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_impressions_workspace_id_person_id",
                table: "impressions",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_need_matches_workspace_id_claim_id",
                table: "need_matches",
                columns: new[] { "workspace_id", "claim_id" });

            migrationBuilder.CreateIndex(
                name: "ix_need_matches_workspace_id_finding_id_claim_id",
                table: "need_matches",
                columns: new[] { "workspace_id", "finding_id", "claim_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opportunity_people_workspace_id_opportunity_id_person_id",
                table: "opportunity_people",
                columns: new[] { "workspace_id", "opportunity_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opportunity_people_workspace_id_person_id",
                table: "opportunity_people",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunity_steps_workspace_id_opportunity_id",
                table: "opportunity_steps",
                columns: new[] { "workspace_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_proofs_workspace_id_claim_id_evidence_id",
                table: "proofs",
                columns: new[] { "workspace_id", "claim_id", "evidence_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proofs_workspace_id_evidence_id",
                table: "proofs",
                columns: new[] { "workspace_id", "evidence_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_workspace_id_week",
                table: "reviews",
                columns: new[] { "workspace_id", "week" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_showings_workspace_id_claim_id",
                table: "showings",
                columns: new[] { "workspace_id", "claim_id" });

            migrationBuilder.CreateIndex(
                name: "ix_showings_workspace_id_evidence_id",
                table: "showings",
                columns: new[] { "workspace_id", "evidence_id" });

            migrationBuilder.CreateIndex(
                name: "ix_showings_workspace_id_interaction_id",
                table: "showings",
                columns: new[] { "workspace_id", "interaction_id" });

            migrationBuilder.CreateIndex(
                name: "ix_showings_workspace_id_person_id",
                table: "showings",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_written_messages_workspace_id_interaction_id",
                table: "written_messages",
                columns: new[] { "workspace_id", "interaction_id" });

            migrationBuilder.CreateIndex(
                name: "ix_written_messages_workspace_id_introduction_id",
                table: "written_messages",
                columns: new[] { "workspace_id", "introduction_id" });

            migrationBuilder.CreateIndex(
                name: "ix_written_messages_workspace_id_loop_id",
                table: "written_messages",
                columns: new[] { "workspace_id", "loop_id" });

            migrationBuilder.CreateIndex(
                name: "ix_written_messages_workspace_id_person_id",
                table: "written_messages",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_written_messages_workspace_id_sent_at_created_at",
                table: "written_messages",
                columns: new[] { "workspace_id", "sent_at", "created_at" });

            migrationBuilder.AddForeignKey(
                name: "fk_loops_opportunities_workspace_id_opportunity_id",
                table: "loops",
                columns: new[] { "workspace_id", "opportunity_id" },
                principalTable: "opportunities",
                principalColumns: new[] { "workspace_id", "id" });
            RawSchema.SecureRows(migrationBuilder, RawSchema.Showcase);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_loops_opportunities_workspace_id_opportunity_id",
                table: "loops");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "criterion_ratings");

            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropTable(
                name: "message_templates");

            migrationBuilder.DropTable(
                name: "need_matches");

            migrationBuilder.DropTable(
                name: "opportunity_people");

            migrationBuilder.DropTable(
                name: "opportunity_steps");

            migrationBuilder.DropTable(
                name: "proofs");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "showings");

            migrationBuilder.DropTable(
                name: "written_messages");

            migrationBuilder.DropTable(
                name: "impressions");

            migrationBuilder.DropTable(
                name: "claims");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropIndex(
                name: "ix_loops_workspace_id_opportunity_id",
                table: "loops");

            migrationBuilder.DropColumn(
                name: "close_reason",
                table: "opportunities");

            migrationBuilder.DropColumn(
                name: "closed_after",
                table: "opportunities");

            migrationBuilder.DropColumn(
                name: "next_on",
                table: "opportunities");

            migrationBuilder.DropColumn(
                name: "next_step",
                table: "opportunities");

            migrationBuilder.DropColumn(
                name: "offer_terms",
                table: "opportunities");

            migrationBuilder.DropColumn(
                name: "offer_until",
                table: "opportunities");

            migrationBuilder.DropColumn(
                name: "opportunity_id",
                table: "loops");
        }
    }
}
