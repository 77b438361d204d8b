using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ForumEngine.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddMailsStampsTypeSets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mail_records",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TriedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_records", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mail_templates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Mail = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_templates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "stamps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    NameHant = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Colour = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stamps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "type_sets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Types = table.Column<string>(type: "TEXT", nullable: false),
                    BoardIds = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_type_sets", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "kind_versions",
                columns: new[] { "Kind", "Number" },
                values: new object[,]
                {
                    { "mail-templates", 1L },
                    { "stamps", 1L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_mail_records_At",
                table: "mail_records",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_mail_records_Key",
                table: "mail_records",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mail_records_State_Id",
                table: "mail_records",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_mail_templates_Mail_Language",
                table: "mail_templates",
                columns: new[] { "Mail", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stamps_Number",
                table: "stamps",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_records");

            migrationBuilder.DropTable(
                name: "mail_templates");

            migrationBuilder.DropTable(
                name: "stamps");

            migrationBuilder.DropTable(
                name: "type_sets");

            migrationBuilder.DeleteData(
                table: "kind_versions",
                keyColumn: "Kind",
                keyValue: "mail-templates");

            migrationBuilder.DeleteData(
                table: "kind_versions",
                keyColumn: "Kind",
                keyValue: "stamps");
        }
    }
}
