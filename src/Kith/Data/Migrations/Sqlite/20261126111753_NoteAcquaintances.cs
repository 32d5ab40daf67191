using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kith.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoteAcquaintances : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acquaintances",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    other_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    source_key = table.Column<string>(type: "TEXT", nullable: true),
                    born_in = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acquaintances", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_acquaintances_people_workspace_id_other_id",
                        columns: x => new { x.workspace_id, x.other_id },
                        principalTable: "people",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_acquaintances_people_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_acquaintances_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acquaintances_workspace_id_other_id",
                table: "acquaintances",
                columns: new[] { "workspace_id", "other_id" });

            migrationBuilder.CreateIndex(
                name: "ix_acquaintances_workspace_id_person_id",
                table: "acquaintances",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_acquaintances_workspace_id_source_key",
                table: "acquaintances",
                columns: new[] { "workspace_id", "source_key" },
                unique: true,
                filter: "source_key IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acquaintances");
        }
    }
}
