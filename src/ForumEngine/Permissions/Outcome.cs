namespace ForumEngine.Permissions;

/// <summary>For the transaction, which rolls back when the answer is no.</summary>
public interface IOutcome
{
    Refusal? Refusal { get; }
}

/// <summary>What a use case answers: a value, or the reason why not.</summary>
public readonly record struct Outcome<T> : IOutcome
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
