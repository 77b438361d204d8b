using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ForumEngine.Migrations.MySql.Migrations
{
    /// <inheritdoc />
    public partial class AddBoardSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AllowsCodes",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsImages",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsMedia",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsPolls",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsSmilies",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "AskDays",
                table: "boards",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "AskExempt",
                table: "boards",
                type: "varchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<int>(
                name: "AskPosts",
                table: "boards",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "AuthorsEdit",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "AutoCloseDays",
                table: "boards",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "AutoCloseFromReply",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Banner",
                table: "boards",
                type: "varchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<int>(
                name: "DefaultOrder",
                table: "boards",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "GoneAt",
                table: "boards",
                type: "datetime(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsArchived",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsAscending",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "boards",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ModeratorsEditRules",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "NameColour",
                table: "boards",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "OnlySubBoards",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "PasswordHash",
                table: "boards",
                type: "varchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "RedirectUrl",
                table: "boards",
                type: "varchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<int>(
                name: "Review",
                table: "boards",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SeoDescription",
                table: "boards",
                type: "varchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "SeoKeywords",
                table: "boards",
                type: "varchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "SeoTitle",
                table: "boards",
                type: "varchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<bool>(
                name: "ShowsStickies",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsSubBoards",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "TypePrefix",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "TypesListed",
                table: "boards",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "boards",
                type: "int",
                nullable: false,
                defaultValue: 1);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AllowsCodes",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "AllowsImages",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "AllowsMedia",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "AllowsPolls",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "AllowsSmilies",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "AskDays",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "AskExempt",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "AskPosts",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "AuthorsEdit",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "AutoCloseDays",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "AutoCloseFromReply",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "Banner",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "DefaultOrder",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "GoneAt",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "IsArchived",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "IsAscending",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "ModeratorsEditRules",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "NameColour",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "OnlySubBoards",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "PasswordHash",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "RedirectUrl",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "Review",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "SeoDescription",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "SeoKeywords",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "SeoTitle",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "ShowsStickies",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "ShowsSubBoards",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "TypePrefix",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "TypesListed",
                table: "boards");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "boards");
        }
    }
}
