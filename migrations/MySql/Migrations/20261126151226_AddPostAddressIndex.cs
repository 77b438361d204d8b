using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ForumEngine.Migrations.MySql.Migrations
{
    /// <inheritdoc />
    public partial class AddPostAddressIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_posts_Address_CreatedAt",
                table: "posts",
                columns: new[] { "Address", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_posts_Address_CreatedAt",
                table: "posts");
        }
    }
}
