namespace Kith.Shared.Ui;

/// <summary>What a colour means: information, success, due, or broken.</summary>
public enum Tone
{
    Info,
    Good,
    Due,
    Broken,
}

/// <summary>How large an avatar is drawn: 24, 32, 40 or 64 pixels.</summary>
public enum AvatarSize
{
    Small,
    Medium,
    Large,
    Huge,
}
