using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kith.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FindDuplicates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "people",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "duplicates",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    reasons = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    later_until = table.Column<DateOnly>(type: "date", nullable: true),
                    born_in = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicates", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_duplicates_people_workspace_id_first_id",
                        columns: x => new { x.workspace_id, x.first_id },
                        principalTable: "people",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_duplicates_people_workspace_id_second_id",
                        columns: x => new { x.workspace_id, x.second_id },
                        principalTable: "people",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_duplicates_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_people_workspace_id_merged_into",
                table: "people",
                columns: new[] { "workspace_id", "merged_into" },
                filter: "merged_into IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_duplicates_workspace_id_first_id_second_id",
                table: "duplicates",
                columns: new[] { "workspace_id", "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duplicates_workspace_id_second_id",
                table: "duplicates",
                columns: new[] { "workspace_id", "second_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duplicates_workspace_id_state_score",
                table: "duplicates",
                columns: new[] { "workspace_id", "state", "score" });
            RawSchema.SecureRows(migrationBuilder, "duplicates");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "duplicates");

            migrationBuilder.DropIndex(
                name: "ix_people_workspace_id_merged_into",
                table: "people");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "people");
        }
    }
}
