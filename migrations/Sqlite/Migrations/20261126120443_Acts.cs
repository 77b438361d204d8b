using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ForumEngine.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HasBlocked",
                table: "threads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "HasPinned",
                table: "threads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "HasRecords",
                table: "threads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsItalic",
                table: "threads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsUnderlined",
                table: "threads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RaisedAt",
                table: "threads",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Stamp",
                table: "threads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsBlocked",
                table: "posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PinnedAt",
                table: "posts",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bin_items",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ThreadId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: true),
                    AuthorId = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bin_items", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "thread_records",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ThreadId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: true),
                    BoardId = table.Column<int>(type: "INTEGER", nullable: false),
                    Facet = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ActorId = table.Column<int>(type: "INTEGER", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    UndoesId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_thread_records", x => x.Id);
                });

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
