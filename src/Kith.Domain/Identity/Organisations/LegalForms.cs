namespace Kith.Domain.Identity;

/// <summary>The legal forms that stand behind or before the names of organisations, in the countries of the world; none of them tells one from another.</summary>
internal static class LegalForms
{
    // Folded words, so that S.A. is "s a". Sources: the commercial codes' own abbreviations, country by country.
    private static readonly string[][] Behind = Read(
        "inc|incorporated|corp|corporation|co|company|llc|l l c|llp|l l p|lp|l p|pc|p c|pllc|pbc|ltd|limited|ltd liability co"
        + "|plc|p l c|public limited company|cic|"
        + "|gmbh|g m b h|mbh|ggmbh|gesellschaft mit beschrankter haftung|ag|aktiengesellschaft|kg|kgaa|ohg|gbr|ug|ug haftungsbeschrankt|haftungsbeschrankt|e v|ev|eingetragener verein|e k|ek|eg|e g|e u|se|s e|stiftung"
        + "|gmbh co kg|gmbh co|co kg|ag co kg|se co kg|ug co kg"
        + "|sa|s a|sas|s a s|sasu|sarl|s a r l|eurl|e u r l|sci|scop|snc|s n c|societe anonyme|sagl"
        + "|spa|s p a|srl|s r l|srls|societa per azioni|sl|s l|slu|s l u|slne|sociedad limitada|sociedad anonima|sa de cv|s a de c v|s de rl de cv|s de r l de c v|s a p i de c v|sapi de cv|sab de cv|s a b de c v|sac|s a c|eirl|e i r l|spzoo"
        + "|lda|l da|ltda|limitada|unipessoal lda|sgps|s g p s|me|eireli|s a b"
        + "|bv|b v|nv|n v|vof|v o f|cv|c v|bvba|b v b a|cvba|vzw|asbl|besloten vennootschap"
        + "|ab|aktiebolag|publ|ab publ|hb|as|a s|asa|aps|ap s|i s|k s|p s|amba|oy|oyj|oy ab|ky|hf|ehf|ohf"
        + "|sp z o o|sp zoo|spolka z o o|spolka z ograniczona odpowiedzialnoscia|sp k|sp j|s k a|spolka akcyjna"
        + "|s r o|sro|spol s r o|a s|akciova spolecnost|v o s|k s|z s|o p s"
        + "|d o o|doo|d d|dd|j d o o|jdoo|a d|ad|d n o|s p|sp|ood|ead|eood|shpk|sh p k|sh a"
        + "|kft|kkt|bt|zrt|nyrt|rt|korlatolt felelossegu tarsasag|srl d|pfa|uab|ab|mb|vsi|sia|as|ou|oue|mtu|osauhing"
        + "|ooo|zao|oao|pao|ao|nao|ip|tov|tzov|pat|prat|too|mchj|odo|chup"
        + "|ae|a e|epe|e p e|ike|i k e|oe|as|a s|anonim sirketi|ltd sti|limited sirketi|sti"
        + "|pty|pty ltd|proprietary limited|pvt ltd|private limited|pvt|p ltd|pte|pte ltd|private ltd|opc|llp|nbfc|sdn bhd|sdn|bhd|berhad|tbk|persero"
        + "|kk|k k|gk|g k|yk|co ltd|company limited|ltd co|jsc|ojsc|cjsc|pjsc|llc fz|fze|fzco|fz llc|wll|w l l|saog|saoc|psc|s a l|sal|bhd"
        + "|pcl|public company limited|jsc corp|joint stock company|holdings ltd inc|cc|npc|soc ltd|rf|nl|ulc|u l c|gp|ilp");

    private static readonly string[][] Before = Read("ooo|zao|oao|pao|ao|tov|too|pt|cv|ab|oy|as|ag|kk|k k|tdi|firma|the firm|societe|spolka|ud|ip");

    private static readonly string[] EastAsian = ["株式会社", "有限会社", "合同会社", "（株）", "(株)", "㈱", "股份有限公司", "有限责任公司", "有限公司", "주식회사", "(주)", "㈜"];

    /// <summary>The name without the forms that are written in the scripts of East Asia, which stand without a space.</summary>
    internal static string WithoutEastAsian(string name)
    {
        foreach (var form in EastAsian)
            if (name.Length > form.Length)
                name = name.Replace(form, " ", StringComparison.Ordinal);
        return name;
    }

    /// <summary>Takes the legal forms off the words; a name that is nothing but one keeps it.</summary>
    internal static void Remove(List<string> words)
    {
        while (Longest(Behind, words, atEnd: true) is var count and > 0 && count < words.Count)
            words.RemoveRange(words.Count - count, count);
        if (Longest(Before, words, atEnd: false) is var first and > 0 && first < words.Count)
            words.RemoveRange(0, first);
    }

    private static int Longest(string[][] forms, List<string> words, bool atEnd)
    {
        var longest = 0;
        foreach (var form in forms)
            if (form.Length > longest && form.Length <= words.Count && Stands(form, words, atEnd ? words.Count - form.Length : 0))
                longest = form.Length;
        return longest;
    }

    private static bool Stands(string[] form, List<string> words, int at)
    {
        for (var i = 0; i < form.Length; i++)
            if (words[at + i] != form[i]) return false;
        return true;
    }

    private static string[][] Read(string forms)
    {
        var read = new List<string[]>();
        foreach (var form in forms.Split('|', StringSplitOptions.RemoveEmptyEntries))
            read.Add(form.Split(' '));
        return [.. read];
    }
}
