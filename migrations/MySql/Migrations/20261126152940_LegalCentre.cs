using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ForumEngine.Migrations.MySql.Migrations
{
    /// <inheritdoc />
    public partial class LegalCentre : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsMaterial",
                table: "document_versions",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "document_versions",
                type: "varchar(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "PublishedByName",
                table: "document_versions",
                type: "varchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsMaterial",
                table: "document_versions");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "document_versions");

            migrationBuilder.DropColumn(
                name: "PublishedByName",
                table: "document_versions");
        }
    }
}
