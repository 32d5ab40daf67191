using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kith.Data.Migrations.Postgres
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

            migrationBuilder.DropColumn(
                name: "warmth",
                table: "people");

            migrationBuilder.AddColumn<long>(
                name: "strength_as_of",
                table: "workspaces",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ties_kept",
                table: "workspaces",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ties_known",
                table: "workspaces",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ties_touched",
                table: "workspaces",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "drift_from",
                table: "people",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "drift_until",
                table: "people",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "strength",
                table: "people",
                type: "integer",
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

            migrationBuilder.DropColumn(
                name: "drift_from",
                table: "people");

            migrationBuilder.DropColumn(
                name: "drift_until",
                table: "people");

            migrationBuilder.DropColumn(
                name: "strength",
                table: "people");

            migrationBuilder.AddColumn<double>(
                name: "warmth",
                table: "people",
                type: "double precision",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_workspace_id_warmth",
                table: "people",
                columns: new[] { "workspace_id", "warmth" });
        }
    }
}
