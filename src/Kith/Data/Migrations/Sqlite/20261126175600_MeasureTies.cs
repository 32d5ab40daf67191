using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kith.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MeasureTies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_people_workspace_id_warmth",
                table: "people");

            // Not DropColumn: it makes the table anew, and the triggers of the search would be gone.
            migrationBuilder.Sql("ALTER TABLE people DROP COLUMN warmth");

            migrationBuilder.AddColumn<long>(
                name: "strength_as_of",
                table: "workspaces",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ties_kept",
                table: "workspaces",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ties_known",
                table: "workspaces",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ties_touched",
                table: "workspaces",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "drift_from",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "drift_until",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "strength",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_workspace_id_strength",
                table: "people",
                columns: new[] { "workspace_id", "strength" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_people_workspace_id_strength",
                table: "people");

            migrationBuilder.DropColumn(
                name: "strength_as_of",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "ties_kept",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "ties_known",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "ties_touched",
                table: "workspaces");

            migrationBuilder.Sql("ALTER TABLE people DROP COLUMN drift_from");

            migrationBuilder.Sql("ALTER TABLE people DROP COLUMN drift_until");

            migrationBuilder.Sql("ALTER TABLE people DROP COLUMN strength");

            migrationBuilder.AddColumn<double>(
                name: "warmth",
                table: "people",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_workspace_id_warmth",
                table: "people",
                columns: new[] { "workspace_id", "warmth" });
        }
    }
}
