using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ForumEngine.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DeskFill : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Cases that were opened before they had a category, a due time and evidence.
            migrationBuilder.Sql("""
                UPDATE report_cases SET DueAt = OpenedAt,
                    CategoryId = COALESCE((SELECT MIN(r.Category) FROM reports r WHERE r.CaseId = report_cases.Id), 7),
                    MemberId = (SELECT p.AuthorId FROM posts p WHERE p.Id = report_cases.PostId),
                    AuthorName = COALESCE((SELECT CASE WHEN p.IsAnonymous = 1 THEN '' ELSE p.AuthorName END FROM posts p WHERE p.Id = report_cases.PostId), ''),
                    IsAnonymous = COALESCE((SELECT p.IsAnonymous FROM posts p WHERE p.Id = report_cases.PostId), 0),
                    Title = COALESCE((SELECT t.Title FROM posts p JOIN threads t ON t.Id = p.ThreadId WHERE p.Id = report_cases.PostId), ''),
                    Excerpt = COALESCE((SELECT SUBSTR(p.Body, 1, 100) FROM posts p WHERE p.Id = report_cases.PostId), ''),
                    Evidence = COALESCE((SELECT p.Body FROM posts p WHERE p.Id = report_cases.PostId), '');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
