using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ForumEngine.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddSiteLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BoardIds",
                table: "announcements",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "GroupIds",
                table: "announcements",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Url",
                table: "announcements",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "announcements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "site_links",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    SystemKey = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameHant = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Audience = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Picture = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_site_links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "site_pictures",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_site_pictures", x => x.Key);
                });

            migrationBuilder.InsertData(
                table: "kind_versions",
                columns: new[] { "Kind", "Number" },
                values: new object[] { "links", 1L });

            migrationBuilder.CreateIndex(
                name: "IX_site_links_SystemKey",
                table: "site_links",
                column: "SystemKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "site_links");

            migrationBuilder.DropTable(
                name: "site_pictures");

            migrationBuilder.DeleteData(
                table: "kind_versions",
                keyColumn: "Kind",
                keyValue: "links");

            migrationBuilder.DropColumn(
                name: "BoardIds",
                table: "announcements");

            migrationBuilder.DropColumn(
                name: "GroupIds",
                table: "announcements");

            migrationBuilder.DropColumn(
                name: "Url",
                table: "announcements");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "announcements");
        }
    }
}
