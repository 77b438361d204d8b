using System;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ForumEngine.Migrations.MySql.Migrations
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<long>(
                name: "PostId",
                table: "reports",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AlterColumn<int>(
                name: "MemberId",
                table: "reports",
                type: "int",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "int");

            migrationBuilder.AddColumn<int>(
                name: "AboutId",
                table: "reports",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rule",
                table: "reports",
                type: "varchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AlterColumn<long>(
                name: "PostId",
                table: "report_cases",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<int>(
                name: "AssigneeId",
                table: "report_cases",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssigneeName",
                table: "report_cases",
                type: "varchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "AuthorName",
                table: "report_cases",
                type: "varchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<int>(
                name: "CategoryId",
                table: "report_cases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "report_cases",
                type: "varchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "report_cases",
                type: "datetime(3)",
                precision: 3,
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Evidence",
                table: "report_cases",
                type: "longtext",
                nullable: false,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "Excerpt",
                table: "report_cases",
                type: "varchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<bool>(
                name: "IsAnonymous",
                table: "report_cases",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "report_cases",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "MemberId",
                table: "report_cases",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OpenMemberId",
                table: "report_cases",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SanctionId",
                table: "report_cases",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "report_cases",
                type: "varchar(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "",
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<bool>(
                name: "WasAbuse",
                table: "report_cases",
                type: "tinyint(1)",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "applications",
                columns: table => new
                {
                    MemberId = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    At = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: true),
                    DecidedById = table.Column<int>(type: "int", nullable: true),
                    DecidedByName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Note = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applications", x => x.MemberId);
                    table.ForeignKey(
                        name: "FK_applications_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "canned_reasons",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    TextEn = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    IsPraise = table.Column<bool>(type: "tinyint(1)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_canned_reasons", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "case_comments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<int>(type: "int", nullable: false),
                    MemberName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Text = table.Column<string>(type: "varchar(1000)", maxLength: 1000, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    At = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_comments_report_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "report_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "complaints",
                columns: table => new
                {
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "varchar(16)", maxLength: 16, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Name = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Contact = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Address = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Right = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Text = table.Column<string>(type: "varchar(2000)", maxLength: 2000, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Language = table.Column<string>(type: "varchar(10)", maxLength: 10, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Sender = table.Column<byte[]>(type: "varbinary(16)", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_complaints", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_complaints_report_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "report_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "report_categories",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    Key = table.Column<string>(type: "varchar(30)", maxLength: 30, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Name = table.Column<string>(type: "varchar(30)", maxLength: 30, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    NameEn = table.Column<string>(type: "varchar(30)", maxLength: 30, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    DueHours = table.Column<int>(type: "int", nullable: false),
                    NeedsWords = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    IsRetired = table.Column<bool>(type: "tinyint(1)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_categories", x => x.Id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "staff_notes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    MemberId = table.Column<int>(type: "int", nullable: false),
                    AuthorId = table.Column<int>(type: "int", nullable: false),
                    AuthorName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Text = table.Column<string>(type: "varchar(1000)", maxLength: 1000, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Audience = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: false),
                    EditedAt = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "datetime(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_staff_notes_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "staff_pace",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ActorId = table.Column<int>(type: "int", nullable: false),
                    Cases = table.Column<int>(type: "int", nullable: false),
                    MedianSeconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_pace", x => new { x.Day, x.ActorId });
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "staff_work",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ActorId = table.Column<int>(type: "int", nullable: false),
                    Act = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    ActorName = table.Column<string>(type: "varchar(60)", maxLength: 60, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_work", x => new { x.Day, x.ActorId, x.Act });
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.InsertData(
                table: "canned_reasons",
                columns: new[] { "Id", "IsPraise", "Position", "Text", "TextEn" },
                values: new object[,]
                {
                    { 1, false, 1, "广告、刷屏", "Advertising or flooding" },
                    { 2, false, 2, "与本版主题无关", "Off topic in this board" },
                    { 3, false, 3, "人身攻击、引战", "Personal attack or baiting" },
                    { 4, false, 4, "重复发帖", "Posted more than once" },
                    { 5, false, 5, "违反版规", "Against the rules of this board" },
                    { 6, true, 6, "好帖，值得一读", "A good thread, worth reading" },
                    { 7, true, 7, "原创内容，感谢分享", "Original work, thank you for sharing" },
                    { 8, true, 8, "热心答疑", "Answers that help" }
                });

            migrationBuilder.InsertData(
                table: "kind_versions",
                columns: new[] { "Kind", "Number" },
                values: new object[,]
                {
                    { "reasons", 1L },
                    { "report-categories", 1L }
                });

            migrationBuilder.InsertData(
                table: "report_categories",
                columns: new[] { "Id", "DueHours", "IsRetired", "Key", "Name", "NameEn", "NeedsWords", "Position" },
                values: new object[,]
                {
                    { 1, 12, false, "illegal", "违法信息", "Illegal content", false, 2 },
                    { 2, 24, false, "infringement", "侵犯权利", "Infringement of rights", false, 3 },
                    { 3, 12, false, "abuse", "辱骂、网络暴力", "Abuse or harassment", false, 4 },
                    { 4, 6, false, "fraud", "诈骗", "Fraud", false, 5 },
                    { 5, 2, false, "minors", "危害未成年人", "Harm to minors", false, 1 },
                    { 6, 48, false, "spam", "广告、刷屏", "Advertising or spam", false, 6 },
                    { 7, 72, false, "other", "其他", "Other", true, 7 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_staff_acts_Act",
                table: "staff_acts",
                column: "Act");

            migrationBuilder.CreateIndex(
                name: "IX_staff_acts_ActorId",
                table: "staff_acts",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_staff_acts_BoardId",
                table: "staff_acts",
                column: "BoardId");

            migrationBuilder.CreateIndex(
                name: "IX_reports_AboutId_MemberId",
                table: "reports",
                columns: new[] { "AboutId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_cases_AssigneeId_ClosedAt",
                table: "report_cases",
                columns: new[] { "AssigneeId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_report_cases_ClosedAt_DueAt_Id",
                table: "report_cases",
                columns: new[] { "ClosedAt", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_report_cases_MemberId_Id",
                table: "report_cases",
                columns: new[] { "MemberId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_report_cases_OpenMemberId",
                table: "report_cases",
                column: "OpenMemberId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_JoinAddress",
                table: "members",
                column: "JoinAddress");

            migrationBuilder.CreateIndex(
                name: "IX_members_LastAddress",
                table: "members",
                column: "LastAddress");

            migrationBuilder.CreateIndex(
                name: "IX_applications_State_At",
                table: "applications",
                columns: new[] { "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_case_comments_CaseId",
                table: "case_comments",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_complaints_Code",
                table: "complaints",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_categories_Key",
                table: "report_categories",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_notes_MemberId_Id",
                table: "staff_notes",
                columns: new[] { "MemberId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "applications");

            migrationBuilder.DropTable(
                name: "canned_reasons");

            migrationBuilder.DropTable(
                name: "case_comments");

            migrationBuilder.DropTable(
                name: "complaints");

            migrationBuilder.DropTable(
                name: "report_categories");

            migrationBuilder.DropTable(
                name: "staff_notes");

            migrationBuilder.DropTable(
                name: "staff_pace");

            migrationBuilder.DropTable(
                name: "staff_work");

            migrationBuilder.DropIndex(
                name: "IX_staff_acts_Act",
                table: "staff_acts");

            migrationBuilder.DropIndex(
                name: "IX_staff_acts_ActorId",
                table: "staff_acts");

            migrationBuilder.DropIndex(
                name: "IX_staff_acts_BoardId",
                table: "staff_acts");

            migrationBuilder.DropIndex(
                name: "IX_reports_AboutId_MemberId",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "IX_report_cases_AssigneeId_ClosedAt",
                table: "report_cases");

            migrationBuilder.DropIndex(
                name: "IX_report_cases_ClosedAt_DueAt_Id",
                table: "report_cases");

            migrationBuilder.DropIndex(
                name: "IX_report_cases_MemberId_Id",
                table: "report_cases");

            migrationBuilder.DropIndex(
                name: "IX_report_cases_OpenMemberId",
                table: "report_cases");

            migrationBuilder.DropIndex(
                name: "IX_members_JoinAddress",
                table: "members");

            migrationBuilder.DropIndex(
                name: "IX_members_LastAddress",
                table: "members");

            migrationBuilder.DeleteData(
                table: "kind_versions",
                keyColumn: "Kind",
                keyValue: "reasons");

            migrationBuilder.DeleteData(
                table: "kind_versions",
                keyColumn: "Kind",
                keyValue: "report-categories");

            migrationBuilder.DropColumn(
                name: "AboutId",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "Rule",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "AssigneeId",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "AssigneeName",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "AuthorName",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "CategoryId",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "Decision",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "Evidence",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "Excerpt",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "IsAnonymous",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "MemberId",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "OpenMemberId",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "SanctionId",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "report_cases");

            migrationBuilder.DropColumn(
                name: "WasAbuse",
                table: "report_cases");

            migrationBuilder.AlterColumn<long>(
                name: "PostId",
                table: "reports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "MemberId",
                table: "reports",
                type: "int",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "int",
                oldNullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "PostId",
                table: "report_cases",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);
        }
    }
}
