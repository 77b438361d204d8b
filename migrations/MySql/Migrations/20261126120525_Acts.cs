using System;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ForumEngine.Migrations.MySql.Migrations
{
    /// <inheritdoc />
    public partial class Acts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Background",
                table: "threads",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HasBlocked",
                table: "threads",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "HasPinned",
                table: "threads",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "HasRecords",
                table: "threads",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsItalic",
                table: "threads",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsUnderlined",
                table: "threads",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RaisedAt",
                table: "threads",
                type: "datetime(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Stamp",
                table: "threads",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsBlocked",
                table: "posts",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PinnedAt",
                table: "posts",
                type: "datetime(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bin_items",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    ThreadId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: true),
                    AuthorId = table.Column<int>(type: "int", nullable: true),
                    At = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: false),
                    ById = table.Column<int>(type: "int", nullable: true),
                    ByName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Reason = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bin_items", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "thread_records",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    ThreadId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: true),
                    BoardId = table.Column<int>(type: "int", nullable: false),
                    Facet = table.Column<int>(type: "int", nullable: false),
                    Act = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Before = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    After = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    At = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: false),
                    ActorId = table.Column<int>(type: "int", nullable: true),
                    ActorName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Reason = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    EndsAt = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    UndoesId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_thread_records", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateIndex(
                name: "IX_threads_RedirectToThreadId",
                table: "threads",
                column: "RedirectToThreadId");

            migrationBuilder.CreateIndex(
                name: "IX_bin_items_At",
                table: "bin_items",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_bin_items_AuthorId_Id",
                table: "bin_items",
                columns: new[] { "AuthorId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_bin_items_ById_Id",
                table: "bin_items",
                columns: new[] { "ById", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_bin_items_ThreadId_PostId",
                table: "bin_items",
                columns: new[] { "ThreadId", "PostId" });

            migrationBuilder.CreateIndex(
                name: "IX_thread_records_EndsAt",
                table: "thread_records",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_thread_records_ThreadId_Id",
                table: "thread_records",
                columns: new[] { "ThreadId", "Id" });

            // What lies in the bin already has rows from now on; who threw it away isn't known.
            migrationBuilder.Sql("""
                INSERT INTO bin_items (ThreadId, PostId, AuthorId, At, ById, ByName, Reason)
                SELECT Id, NULL, CASE WHEN IsAnonymous THEN NULL ELSE AuthorId END, LastPostAt, NULL, '', '' FROM threads WHERE State = 2
                """);
            migrationBuilder.Sql("""
                INSERT INTO bin_items (ThreadId, PostId, AuthorId, At, ById, ByName, Reason)
                SELECT ThreadId, Id, CASE WHEN IsAnonymous THEN NULL ELSE AuthorId END, CreatedAt, NULL, '', '' FROM posts WHERE State = 2
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bin_items");

            migrationBuilder.DropTable(
                name: "thread_records");

            migrationBuilder.DropIndex(
                name: "IX_threads_RedirectToThreadId",
                table: "threads");

            migrationBuilder.DropColumn(
                name: "Background",
                table: "threads");

            migrationBuilder.DropColumn(
                name: "HasBlocked",
                table: "threads");

            migrationBuilder.DropColumn(
                name: "HasPinned",
                table: "threads");

            migrationBuilder.DropColumn(
                name: "HasRecords",
                table: "threads");

            migrationBuilder.DropColumn(
                name: "IsItalic",
                table: "threads");

            migrationBuilder.DropColumn(
                name: "IsUnderlined",
                table: "threads");

            migrationBuilder.DropColumn(
                name: "RaisedAt",
                table: "threads");

            migrationBuilder.DropColumn(
                name: "Stamp",
                table: "threads");

            migrationBuilder.DropColumn(
                name: "IsBlocked",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "PinnedAt",
                table: "posts");
        }
    }
}
