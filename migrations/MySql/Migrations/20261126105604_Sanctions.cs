using System;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ForumEngine.Migrations.MySql.Migrations
{
    /// <inheritdoc />
    public partial class Sanctions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Appeal",
                table: "sanctions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Cause",
                table: "sanctions",
                type: "varchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<int>(
                name: "LiftedById",
                table: "sanctions",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PrivateBecause",
                table: "sanctions",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "appeals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    SanctionId = table.Column<int>(type: "int", nullable: false),
                    Message = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    At = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: true),
                    DecidedById = table.Column<int>(type: "int", nullable: true),
                    DecidedByName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    ByIssuer = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Answer = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_appeals_sanctions_SanctionId",
                        column: x => x.SanctionId,
                        principalTable: "sanctions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "clean_ups",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    MemberId = table.Column<int>(type: "int", nullable: true),
                    SanctionId = table.Column<int>(type: "int", nullable: true),
                    At = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: false),
                    ActorId = table.Column<int>(type: "int", nullable: true),
                    ActorName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Reason = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Parts = table.Column<int>(type: "int", nullable: false),
                    Profile = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    State = table.Column<int>(type: "int", nullable: false),
                    Posts = table.Column<int>(type: "int", nullable: false),
                    Threads = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clean_ups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_clean_ups_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_clean_ups_sanctions_SanctionId",
                        column: x => x.SanctionId,
                        principalTable: "sanctions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "rules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    Key = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Code = table.Column<string>(type: "varchar(10)", maxLength: 10, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Category = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "varchar(80)", maxLength: 80, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Text = table.Column<string>(type: "varchar(1000)", maxLength: 1000, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rules", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "sanction_evidence",
                columns: table => new
                {
                    SanctionId = table.Column<int>(type: "int", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    ThreadId = table.Column<long>(type: "bigint", nullable: false),
                    Floor = table.Column<int>(type: "int", nullable: false),
                    BoardId = table.Column<int>(type: "int", nullable: false),
                    BoardName = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Title = table.Column<string>(type: "varchar(255)", maxLength: 255, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    AuthorId = table.Column<int>(type: "int", nullable: true),
                    AuthorName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    IsAnonymous = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Body = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanction_evidence", x => new { x.SanctionId, x.PostId });
                    table.ForeignKey(
                        name: "FK_sanction_evidence_sanctions_SanctionId",
                        column: x => x.SanctionId,
                        principalTable: "sanctions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "sanction_ledger",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    SanctionId = table.Column<int>(type: "int", nullable: false),
                    Act = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: false),
                    Content = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Hash = table.Column<string>(type: "varchar(64)", maxLength: 64, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanction_ledger", x => x.Number);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "clean_up_items",
                columns: table => new
                {
                    CleanUpId = table.Column<int>(type: "int", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    ThreadId = table.Column<long>(type: "bigint", nullable: false),
                    Floor = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clean_up_items", x => new { x.CleanUpId, x.PostId });
                    table.ForeignKey(
                        name: "FK_clean_up_items_clean_ups_CleanUpId",
                        column: x => x.CleanUpId,
                        principalTable: "clean_ups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.InsertData(
                table: "kind_versions",
                columns: new[] { "Kind", "Number" },
                values: new object[,]
                {
                    { "rules", 1L },
                    { "sanctions", 1L }
                });

            migrationBuilder.InsertData(
                table: "rules",
                columns: new[] { "Id", "Category", "Code", "Key", "Position", "RetiredAt", "Text", "Title" },
                values: new object[,]
                {
                    { 1, 1, "1.1", "law", 1, null, "", "" },
                    { 2, 1, "1.2", "extremes", 2, null, "", "" },
                    { 3, 2, "2.1", "rights", 3, null, "", "" },
                    { 4, 2, "2.2", "privacy", 4, null, "", "" },
                    { 5, 3, "3.1", "insults", 5, null, "", "" },
                    { 6, 3, "3.2", "hounding", 6, null, "", "" },
                    { 7, 4, "4.1", "rumours", 7, null, "", "" },
                    { 8, 4, "4.2", "fraud", 8, null, "", "" },
                    { 9, 5, "5.1", "minors", 9, null, "", "" },
                    { 10, 6, "6.1", "ads", 10, null, "", "" },
                    { 11, 6, "6.2", "flooding", 11, null, "", "" },
                    { 12, 7, "7.1", "accounts", 12, null, "", "" },
                    { 13, 7, "7.2", "topic", 13, null, "", "" }
                });

            migrationBuilder.InsertData(
                table: "sequences",
                columns: new[] { "Name", "Next" },
                values: new object[] { "ledger", 1L });

            migrationBuilder.CreateIndex(
                name: "IX_sanctions_Appeal_Id",
                table: "sanctions",
                columns: new[] { "Appeal", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sanctions_LiftedAt",
                table: "sanctions",
                column: "LiftedAt");

            migrationBuilder.CreateIndex(
                name: "IX_appeals_DecidedAt_Id",
                table: "appeals",
                columns: new[] { "DecidedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_appeals_SanctionId",
                table: "appeals",
                column: "SanctionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_clean_up_items_CleanUpId_State_PostId",
                table: "clean_up_items",
                columns: new[] { "CleanUpId", "State", "PostId" });

            migrationBuilder.CreateIndex(
                name: "IX_clean_up_items_PostId",
                table: "clean_up_items",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_clean_ups_MemberId",
                table: "clean_ups",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_clean_ups_SanctionId",
                table: "clean_ups",
                column: "SanctionId");

            migrationBuilder.CreateIndex(
                name: "IX_rules_Code",
                table: "rules",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanction_ledger_SanctionId_Number",
                table: "sanction_ledger",
                columns: new[] { "SanctionId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appeals");

            migrationBuilder.DropTable(
                name: "clean_up_items");

            migrationBuilder.DropTable(
                name: "rules");

            migrationBuilder.DropTable(
                name: "sanction_evidence");

            migrationBuilder.DropTable(
                name: "sanction_ledger");

            migrationBuilder.DropTable(
                name: "clean_ups");

            migrationBuilder.DropIndex(
                name: "IX_sanctions_Appeal_Id",
                table: "sanctions");

            migrationBuilder.DropIndex(
                name: "IX_sanctions_LiftedAt",
                table: "sanctions");

            migrationBuilder.DeleteData(
                table: "kind_versions",
                keyColumn: "Kind",
                keyValue: "rules");

            migrationBuilder.DeleteData(
                table: "kind_versions",
                keyColumn: "Kind",
                keyValue: "sanctions");

            migrationBuilder.DeleteData(
                table: "sequences",
                keyColumn: "Name",
                keyValue: "ledger");

            migrationBuilder.DropColumn(
                name: "Appeal",
                table: "sanctions");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "sanctions");

            migrationBuilder.DropColumn(
                name: "LiftedById",
                table: "sanctions");

            migrationBuilder.DropColumn(
                name: "PrivateBecause",
                table: "sanctions");
        }
    }
}
