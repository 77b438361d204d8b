using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ForumEngine.Migrations.MySql.Migrations
{
    /// <inheritdoc />
    public partial class Seams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_bin_items_PostId",
                table: "bin_items",
                column: "PostId");

            // What new sites are set up with: staff aren't asked by the word filter, moderators pin replies.
            migrationBuilder.Sql("INSERT INTO group_rules (GroupId, `Right`, Value) SELECT g.Id, 'IgnoreWords', 1 FROM `groups` g WHERE g.Id IN (1, 2, 3) AND NOT EXISTS (SELECT 1 FROM group_rules r WHERE r.GroupId = g.Id AND r.`Right` = 'IgnoreWords')");
            migrationBuilder.Sql("INSERT INTO group_rules (GroupId, `Right`, Value) SELECT g.Id, 'PinReplies', 1 FROM `groups` g WHERE g.Id IN (2, 3) AND NOT EXISTS (SELECT 1 FROM group_rules r WHERE r.GroupId = g.Id AND r.`Right` = 'PinReplies')");
            migrationBuilder.Sql("UPDATE group_rules SET Value = 1 WHERE `Right` = 'PinReplies' AND Value = 0 AND GroupId IN (2, 3)");
            migrationBuilder.Sql("UPDATE kind_versions SET Number = Number + 1 WHERE Kind = 'groups'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_bin_items_PostId",
                table: "bin_items");
        }
    }
}
