using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Storage;

internal sealed class StorageTables :
    IEntityTypeConfiguration<Sequence>, IEntityTypeConfiguration<KindVersion>, IEntityTypeConfiguration<OutboxMessage>,
    IEntityTypeConfiguration<Lease>, IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<Sequence> builder)
    {
        builder.ToTable("sequences").HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(40);
        builder.HasData(new Sequence { Name = Sequence.Posts, Next = 1 }, new Sequence { Name = Sequence.Ledger, Next = 1 });
    }

    public void Configure(EntityTypeBuilder<KindVersion> builder)
    {
        builder.ToTable("kind_versions").HasKey(v => v.Kind);
        builder.Property(v => v.Kind).HasMaxLength(40);
        builder.HasData(Kinds.All.Select(kind => new KindVersion { Kind = kind, Number = 1 }));
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.Property(m => m.Kind).HasMaxLength(40);
        builder.Property(m => m.Error).HasMaxLength(1000);
        builder.HasIndex(m => new { m.DueAt, m.Id });
    }

    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("leases").HasKey(l => l.Name);
        builder.Property(l => l.Name).HasMaxLength(40);
        builder.Property(l => l.Holder).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<StoredKey> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.Property(k => k.Name).HasMaxLength(200);
    }
}
