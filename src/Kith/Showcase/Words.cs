using Kith.Domain;
using Kith.Shared.Ui;

namespace Kith.Showcase;

/// <summary>The icons of the pages of the showcase.</summary>
internal static class Words
{
    internal static Glyph Icon(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Story => Glyph.Note,
        EvidenceKind.Work => Glyph.Briefcase,
        EvidenceKind.Talk => Glyph.Message,
        _ => Glyph.Star,
    };
}
