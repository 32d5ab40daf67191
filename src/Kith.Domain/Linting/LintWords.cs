using System.Text.RegularExpressions;

namespace Kith.Domain.Linting;

/// <summary>The turns of phrase by which the rules tell one thing from another.</summary>
internal static class LintWords
{
    // Patterns stay linear in the length of the text, whatever it is.
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Asks for work, openly or by a hint.</summary>
    internal static readonly Regex[] AsksForJob =
    [
        Of(@"\b(?:any|some|an|the|open|current|suitable|relevant|such|other)\s+(?:job\s+|open\s+|relevant\s+|suitable\s+|current\s+)?(?:openings?|vacanc(?:y|ies)|positions?\s+(?:available|open|for me))\b"),
        Of(@"\b(?:are|is)\s+(?:you|your\s+\w+|they|there|[\w&]+)\s+(?:currently\s+|still\s+|by any chance\s+)?(?:hiring|recruiting|looking to hire|taking on)\b[^.?!]*\?"),
        Of(@"\b(?:hire|employ|recruit|interview|shortlist|consider)\s+me\b"),
        Of(@"\b(?:consider(?:ed|ing)?\s+(?:me|my\s+\w+|for)|be\s+considered|keep\s+(?:me|my\s+\w+)\s+(?:in mind|on file|posted))\b"),
        Of(@"\b(?:my|the|a|attached)\s+(?:cv|résumé|resume|curriculum vitae|application|portfolio and cv)\b"),
        Of(@"\b(?:cv|résumé|resume)\s+(?:is\s+)?(?:attached|enclosed|below)\b"),
        Of(@"\b(?:refer|recommend)\s+me\b|\breferral\b|\bput\s+(?:in\s+a\s+good\s+word|me\s+forward|my\s+name\s+forward)\b|\bgood word\b|\bpass(?:ing)?\s+(?:on\s+)?my\s+(?:cv|details|name|résumé|resume)\b"),
        Of(@"\b(?:join|joining|work(?:ing)?\s+(?:for|at|with|on)|be(?:ing)?\s+part\s+of|part\s+of)\s+(?:your|the)\s+(?:team|company|firm|organi[sz]ation|group|studio|practice|department|crew)\b"),
        Of(@"\b(?:looking|searching|hunting)\s+for\s+(?:a\s+|my\s+)?(?:new\s+|next\s+)?(?:job|position|role|work|employment|opportunit(?:y|ies)|challenge|internship)\b"),
        Of(@"\b(?:seeking|want|wanted|need|find\s+me|get\s+me|give\s+me|offer\s+me|land)\s+(?:a\s+|an\s+|new\s+)*(?:job|position|role|employment|internship|interview|work|chance)\b"),
        Of(@"\b(?:apply|applying|applied)\s+(?:for|to)\s+(?:a|an|the|your|any|one)\b"),
        Of(@"\b(?:job|work|employment|career|internship)\s+opportunit(?:y|ies)\b|\b(?:room|space|place|spot|opening|seat|need|use)\s+(?:for|on)\s+(?:someone|somebody|me|a person|another|one more|your team)\b"),
        Of(@"\btake\s+any(?:thing)?\b|\bany\s+(?:post|job|position)\b|\b(?:slot|post|place|position|vacancy)\s+(?:opens|comes|is\s+free)\b|\bin\s+any\s+capacity\b|\bmention\s+my\s+name\b|\bthink\s+of\s+me\b|\b(?:takes?|taking)\s+(?:on\s+)?(?:trainees|interns|apprentices)\b"),
        Of(@"\bif\s+(?:any(?:thing)?|something)\s+(?:\w+\s+){0,3}(?:comes|opens|come|open|arises|turns)\s+up\b|\bif\s+(?:anything|something)\s+(?:opens|comes|turns)\b"),
    ];

    /// <summary>Asks for what they know.</summary>
    internal static readonly Regex[] AsksForInsight =
    [
        Of(@"\b(?:insights?|advice|advise|perspectives?|view|views|thoughts?|opinion|tips?|guidance|wisdom|lessons?|impressions?|suggestions?)\b"),
        Of(@"\b(?:learn|learning|hear|understand|know|ask|tell\s+me|curious|wonder(?:ing)?|interested)\b[^.?!]*\b(?:how|what|why|about|from\s+you|which|whether|where)\b"),
        Of(@"\b(?:how|what|why|which|where|when|who)\b[^.?!]*\byou(?:r|['’](?:d|ve|re))?\b[^.?!]*\?"),
        Of(@"\byour\s+(?:experience|story|path|route|journey|take|approach|thinking|reasons?)\b"),
        Of(@"\b(?:minutes|(?:a\s+)?quarter\s+of\s+an\s+hour|half\s+an?\s+hour|secrets?|questions?|of\s+your\s+time)\b"),
        Of(@"\b(?:share|compare|talk\s+(?:me\s+)?through|walk\s+me\s+through|explain|describe)\b"),
    ];

    /// <summary>Says how the two are connected.</summary>
    internal static readonly Regex[] Connects =
    [
        Of(@"\b(?:we|we['’](?:ve|re)|our|us)\s+\w+|\b(?:you\s+and\s+i|since\s+we|both\s+of\s+us)\b"),
        Of(@"\b(?:met|meeting|saw|seen|heard|hearing|hear|listened|watched|caught)\s+(?:you|your)\b|\b(?:good|nice|great|lovely|pleasure)\s+(?:to\s+(?:meet|see|talk|hear)|meeting|seeing|talking|speaking|chatting)\b"),
        Of(@"\b(?:suggested|recommended|introduced|referred|mentioned|told\s+me|named|pointed|gave\s+me|passed\s+me|urged|advised|encouraged|put\s+me|sent\s+me|put\s+your)\b|\b(?:said|says|thought|thinks|speaks|spoke)\b[^.?!]*\byou\b"),
        Of(@"\bthanks\s+to\b|\bon\s+page\b|\byou\s+(?:told|explained|described|judged|taught|spoke|gave|wrote|lent|helped|showed|answered|signed|played)\b"),
        Of(@"\b(?:fellow|alum|alumn\w*|classmates?|graduates?|graduated|colleagues?|neighbou?rs?|same|also|too|mutual|in common|ex-)\b"),
        Of(@"\byour\s+(?:\w+[\s-]+){0,4}(?:talk|article|post|piece|panel|paper|book|essay|keynote|lecture|podcast|workshop|session|interview|column|thread|blog|presentation|thesis|report|exhibition|demo|class|course|comment|chapter|slides?|study|webinar|newsletter|speech|remarks?|question|answer|letter|map|film|video)\b"),
        Of(@"\b(?:read|enjoyed|loved|attended|followed|following|joined|found)\s+(?:you|your)\b|\bthrough\s+(?:our|the|a)\b|\bvia\b"),
        Of(@"\b(?:both\s+of\s+us|you\s+and\s+i|like\s+you|as\s+(?:a|an|another)\s+(?:fellow|former|member)|member\s+of|i\s+(?:too|was\s+in|sat\s+in|took\s+your|was\s+at|belong))\b"),
    ];

    /// <summary>Refers to what went before.</summary>
    internal static readonly Regex[] GoesBack =
    [
        Of(@"\b(?:thank|thanks|grateful|appreciate\w*)\b"),
        Of(@"\b(?:my|our|the|your|last|earlier|previous|first)\s+(?:\w+\s+){0,3}(?:note|mail|e-mail|email|message|talk|conversation|call|chat|meeting|coffee|lunch|letter|words|introduction|question|visit|walk|hour|advice|invitation|exchange|tea|tour|workshop|session|breakfast|dinner)\b"),
        Of(@"\b(?:follow\w*\s+up|following|wrote|written|i\s+asked|we\s+(?:met|spoke|talked)|met|meeting|promised|last\s+(?:week|month|monday|tuesday|wednesday|thursday|friday|time|night|spring|summer|autumn|winter|year)|since|again|after|earlier|yesterday|the other day|ago)\b"),
        Of(@"\byou\s+(?:told|said|suggested|mentioned|gave|offered|recommended|asked|pointed|spent|shared|explained|took|made|introduced)\b|\byour\s+(?:advice|time|help|introduction|tip|suggestion|patience|kindness|honesty|hint|answer)\b"),
    ];

    /// <summary>A question that asks them for something.</summary>
    internal static readonly Regex[] Requests =
    [
        Of(@"\b(?:could|would|can|may|might|will|shall|do|did|are|is|have|should)\b[^?]*\b(?:you|your|i|we|me|us|there|it)\b"),
        Of(@"\b(?:how|what|which|where|when|who|why|whom)\b[^?]*\b(?:you|your|you['’]d)\b"),
        Of(@"\b(?:any chance|is there|perhaps|a quick|time for|open to|possible|coffee|call|minutes|chat)\b"),
    ];

    /// <summary>Requests that are no questions.</summary>
    internal static readonly Regex[] Demands =
    [
        Of(@"\b(?:please|kindly|let me know|i\s+(?:would|['’]d)\s+(?:like|love|appreciate|be\s+(?:grateful|glad|happy))|i\s+(?:want|need|hope|expect|look forward|ask)|send\s+me|call\s+me|tell\s+me|get\s+back)\b[^.!?]*"),
    ];

    /// <summary>An interest in what is theirs.</summary>
    internal static readonly Regex[] Narrow =
    [
        Of(@"\byour\s+(?:\w+[\s-]+){0,3}(?:team|company|firm|organi[sz]ation|role|work|job|path|route|move|project|projects|group|department|school|clinic|studio|office|shop|practice|unit|position|experience|career|transition|switch|step|approach|research|years|time|start|programme|program|ward|lab|workshop|product|platform|journey|decision|desk|hospital|agency|court|classroom|bakery|foundry|service|library|network|plant|fleet|bench|change|shift|business|cooperative|co-op|charity|institute|museum|colleagues|way|story|tools?|design|pilot|app|guild)\b"),
        Of(@"\b(?:you|you['’]ve|you['’]re)\s+(?:\w+\s+){0,3}(?:moved|built|lead|led|leading|run|ran|running|made|went|switched|joined|started|founded|left|became|set\s+up|manage|managed|work|worked|designed|teach|taught|chose|came|got|grew|do|did|changed|rebuilt|opened|turned|handle|plan|planned|decided|train|trained|organi[sz]e|begun|began|keep|launched|brought|introduced|took|solved|use|write|wrote)\b"),
        Of(@"\b(?:life|day|work|working|things|planning|design|teaching|engineering|data)\s+(?:at|in|inside)\s+(?:your|the)\b|\bat\s+\p{Lu}"),
    ];

    /// <summary>An interest in the field.</summary>
    internal static readonly Regex[] Broad =
    [
        Of(@"\b(?:field|fields|industry|industries|sector|sectors|profession|professions|trade|discipline|function|area|areas|space|market|markets|line\s+of\s+work|kind\s+of\s+work|sort\s+of\s+work|world\s+of|domain|branch|craft|scene|landscape)\b"),
        Of(@"\b(?:in\s+general|generally|more\s+broadly|broadly|more\s+widely|at\s+large|as\s+a\s+whole|overall|elsewhere|beyond|across|similar|others?\s+like|places\s+like|firms\s+like|companies\s+like|organi[sz]ations\s+like|the\s+wider|wider|whole)\b"),
        // Fields by their common nouns; in names they begin large.
        new(@"\b(?:policy|robotics|design|software|publishing|tourism|aid|justice|government|insurance|catering|defence|defense|security|engineering|architecture|education|medicine|energy|logistics|planning|research|science|technology|tech|farming|agriculture|finance|banking|law|nursing|housing|transport|delivery|journalism|theatre|theater|democracy|mediation|conservation|manufacturing|aviation|shipping|marketing|translation|teaching|healthcare|chemistry|biology|statistics|fashion|hospitality|retail|diplomacy|archaeology|astronomy|acoustics|fintech|biotech|building|chains|growers)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking),
        Of(@"\b(?:any|other|few|similar|neighbouring|neighboring|many|most)\s+(?:\w+\s+){0,2}(?:compan(?:y|ies)|firms?|suppliers?|towns?|cities|people|teams?|organi[sz]ations|schools?|hospitals?|studios?|labs?|utilities|ports?|councils?|museums?|banks?|shops?|makers?|designers?|engineers?|teachers?|nurses|planners|lawyers|cooperatives|carriers|publishers|clinics|farms?)\b|\bothers?\s+in\b|\b(?:everybody|everyone|anyone|anybody|nobody|people)\s+in\b"),
    ];

    /// <summary>Where any of the patterns matches.</summary>
    internal static IEnumerable<Stretch> Matches(Draft draft, Regex[] patterns) =>
        from sentence in draft.Sentences
        from pattern in patterns
        from Match match in pattern.Matches(sentence.Text)
        select new Stretch(sentence.From + match.Index, sentence.From + match.Index + match.Length, match.Value);

    /// <summary>Where a name stands.</summary>
    internal static IEnumerable<Stretch> Names(Draft draft, string? name) =>
        Short(name) is { } called ? draft.Sentences.Where(s => s.Text.Contains(called, StringComparison.OrdinalIgnoreCase)) : [];

    /// <summary>How often the recipient or their organisation is named.</summary>
    internal static int CountNames(string text, Recipient? to) =>
        Named(text, Short(to?.Organisation)) + Named(text, Short(to?.Person));

    // People write "Harbor" of Harbor & Finch, and the first name of a person. A first word of one or two letters is no name of anything.
    private static string? Short(string? name) => name?.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [{ Length: > 2 } first, ..] => first,
        [_, ..] => name.Trim(),
        _ => null,
    };

    private static int Named(string text, string? name) =>
        string.IsNullOrWhiteSpace(name) ? 0 : (text.Length - text.Replace(name, "", StringComparison.OrdinalIgnoreCase).Length) / name.Length;

    private static Regex Of(string pattern) => new(pattern, Options);
}
