using System.Collections.Frozen;

namespace Kith.Domain.Identity;

/// <summary>The words of organisations' names that many share, and how they are shortened and translated.</summary>
internal static class OrganisationWords
{
    // What a word is written for. The first of each line is the word that is compared.
    private static readonly FrozenDictionary<string, string> Same = Lines(
        "international intl int internat internacional internazionale internationale", "university univ uni universitat universitaet universite universidad universita universiteit universitet uniwersytet",
        "technology technologies tech technologie technologien tecnologia tecnologias", "group grp gruppe groupe grupo gruppo groep", "manufacturing mfg manuf", "brothers bros gebruder gebr freres", "associates assoc assocs associate",
        "association assn verband verein associazione asociacion", "institute inst institut instituto istituto instituut", "national natl nat nacional nazionale", "government govt gov", "department dept departement",
        "center centre ctr cntr zentrum centro centrum", "services service svc svcs serv servicios servizi", "system systems sys systeme sistemas", "laboratory laboratories lab labs laboratorium", "management mgmt mgt",
        "pharmaceutical pharmaceuticals pharma pharm", "engineering eng engrg ingenieure ingenieria", "development dev devt", "saint st sankt", "hospital hosp krankenhaus klinikum hopital", "college coll",
        "consulting consultants consultancy consult beratung", "solution solutions", "industry industries industrie ind", "product products prod", "partner partners", "holding holdings", "enterprise enterprises entreprises",
        "insurance ins versicherung versicherungen assurance assurances seguros", "bank banque banco banca", "federal fed", "brewery brewing brauerei", "transport transportation transports", "communication communications comm comms",
        "electric electrical elec", "electronic electronics elektronik", "chemical chemicals chemie", "logistic logistics logistik", "foundation fdn fndn", "company co", "school schule ecole escuela",
        "research rsch forschung", "software softwares", "studio studios", "venture ventures", "resource resources", "medical med", "hotel hotels", "airline airlines airways", "railway railways bahn", "church");

    // With these alone nobody knows which organisation is meant.
    private static readonly FrozenSet<string> Generic = (
        "international university technology group manufacturing brothers associates association institute national government department center services system laboratory management pharmaceutical engineering development hospital "
        + "college consulting solution industry product partner holding enterprise insurance bank federal transport communication electric electronic chemical logistic foundation company school research software studio venture resource "
        + "medical hotel airline railway global worldwide world digital media capital energy health healthcare design data cloud network security finance financial trust trade trading retail food foods construction property properties "
        + "real estate invest investment investments advisory legal law office agency marketing creative innovation innovations ministry city state county council museum library club society union federation chamber "
        + "new first general united royal american british german deutsche deutsch french european africa african asian asia pacific north south east west northern southern eastern western central americas america europe "
        + "deutschland germany france italia italy spain espana uk usa us emea apac dach nordic nordics india china japan canada australia austria osterreich switzerland schweiz suisse polska poland nederland netherlands belgium ireland "
        + "com net org io ai app online web team staffing recruiting people human resources operations").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Between = "of the for and und et y e i och og en de der die das des del della di du la le les el los do da dos van von zu fur pour para per in at an a".Split(' ').ToFrozenSet();

    /// <summary>The word that a word is written for, in the singular.</summary>
    internal static string Full(string word) =>
        Same.TryGetValue(word, out var full) ? full : word.Length > 4 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;

    internal static bool IsGeneric(string word) => Generic.Contains(word);

    /// <summary>True for a word that only joins others.</summary>
    internal static bool IsBetween(string word) => Between.Contains(word);

    /// <summary>True where every word is one that many organisations have in their name.</summary>
    internal static bool AreGeneric(IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (!IsGeneric(word)) return false;
        return true;
    }

    private static FrozenDictionary<string, string> Lines(params ReadOnlySpan<string> lines)
    {
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var words = line.Split(' ');
            foreach (var word in words)
                same.TryAdd(word, words[0]);
        }
        return same.ToFrozenDictionary();
    }
}
