using Kith.Domain;

namespace Kith.Sample;

/// <summary>Somebody who does not exist.</summary>
/// <param name="Given">Given name; empty where there is only one name.</param>
/// <param name="Family">Family name, or the only one.</param>
/// <param name="Latin">The name in Latin letters where its own script is another; also what friends call them.</param>
internal sealed record Character(string Given, string Family, string? Latin = null)
{
    /// <summary>The whole name, family name first where that is the custom.</summary>
    internal string Full => Latin is not null && IsFamilyFirst ? $"{Family}{Given}" : $"{Given} {Family}".Trim();

    /// <summary>Letters a to z for addresses.</summary>
    internal string Handle => Folding.Fold(Latin ?? Full).Replace(' ', '-');

    private bool IsFamilyFirst => Family.Length > 0 && Family[0] is >= '\u3040' and <= '\uD7FF';
}

/// <summary>The people of the sample network, from many places; every one of them is invented.</summary>
internal static class Cast
{
    private const string Names = """
        Ana|Kovač
        Marko|Vuković
        Ivana|Đurić
        Luka|Šimunović
        Łukasz|Wójcik
        Małgorzata|Dąbrowska
        Żaneta|Śliwińska
        Paweł|Grzęda
        Jiří|Dvořáček
        Kateřina|Hrušková
        Zsófia|Nagyváradi
        Răzvan|Ionescu-Țepeș
        Jürgen|Weißgerber
        Käthe|Müller-Brandt
        Sönke|Petersen
        Friederike|von Hohenfels
        Søren|Østergård
        Åsa|Lindqvist
        Guðrún|Þorvaldsdóttir
        Björn|Hákonarson
        Aino|Väisänen
        Jarkko|Niemelä
        François|Lefèvre
        Hélène|Dubœuf
        Noël|Châtelain
        Maëlle|Le Guen
        Núria|Castellví
        Íñigo|Etxeberria
        José María|Ibáñez de la Fuente
        João|Guimarães
        Conceição|Araújo
        Xiomara|Peñaloza
        Valentina|Restrepo
        Tomás|Ñancupil
        Niccolò|Bellandi
        Chiara|D'Amico
        Giosuè|Ferraris
        İrem|Yıldız
        Çağlar|Öztürk
        Gülşen|Aydın
        Oğuz|Kılıç
        Ελένη|Παπαδάκη|Eleni Papadaki
        Νίκος|Σταυρίδης|Nikos Stavridis
        Олена|Шевчук|Olena Shevchuk
        Дмитро|Коваленко|Dmytro Kovalenko
        Светлана|Орлова|Svetlana Orlova
        Бојан|Петровић|Bojan Petrovic
        ليلى|المنصوري|Layla Al Mansouri
        يوسف|الحداد|Youssef Al Haddad
        Noura|Al-Suwaidi
        Karim|Benhaddou
        נועה|ברקאי|Noa Barkai
        Eitan|Shalev
        شیرین|رستگار|Shirin Rastegar
        Kaveh|Farrokhzadeh
        अनन्या|शर्मा|Ananya Sharma
        Rohan|Deshpande
        Lakshmi|Venkataraghavan
        Harpreet Singh|Gill
        தமிழ்செல்வி|முருகன்|Tamilselvi Murugan
        রুমানা|চৌধুরী|Rumana Chowdhury
        Fawad|Qureshi
        思远|陈|Chen Siyuan
        美玲|王|Wang Meiling
        Wei-Ting|Li
        Xiaoyun|Zhang
        美咲|佐藤|Misaki Sato
        健太|山本|Kenta Yamamoto
        Haruka|Miyazawa
        하늘|김|Kim Haneul
        Seo-yeon|Park
        Hồng Nhung|Nguyễn Thị
        Đức Anh|Trần
        สุภาพร|ใจดี|Supaporn Jaidee
        Krit|Wattanapong
        |Wulandari
        |Budiarto
        Maria Corazon|Dimaculangan
        Kealoha|Kahananui
        Tāne|Rangihuna
        Chiamaka|Okonkwo
        Adébáyọ̀|Ògúnlẹ́sì
        Thandiwe|Mokoena
        Kwabena|Asante-Mensah
        Selamawit|Tesfaye
        Amina|Warsame
        Jean-Bosco|Habimana
        Fatoumata|Diabaté
        Siobhán|Ní Bhriain
        Llŷr|Gwyndaf
        Eilidh|MacAskill
        Harriet|Oakes
        Theo|Whitcombe
        Priya|Nair
        Marit|van der Heijden
        Sjoerd|'t Hart
        Femke|Visser
        Bram|de Ruijter
        Maria-Magdalena Antoinette|Papadimitrakopoulou-Featherstonehaugh
        Dov|Lindenbaum
        Rosalind|Achterberg
        Mateus|Tavares
        Ingrid|Solheim
        Gareth|Penhaligon
        Yara|Haidar
        Emeka|Nwosu
        Sofía|Quispe
        Anders|Holmqvist
        Beatriz|Montenegro
        Cormac|Delahunty
        Delphine|Rousselot
        Ewa|Zielonka
        Fergus|Abercrombie
        Greta|Tannenberg
        Hamza|Idrissi
        Isolde|Brinkmann
        Jasper|Underhill
        Keiko|Tanabe
        Leandro|Fontana
        Mirela|Hadžić
        Nils|Årud
        Odette|Marchetti
        Piotr|Sowiński
        Quentin|Albright
        Renata|Balažová
        Stefan|Grübler
        Tatiana|Lopes
        Ulrika|Sjögren
        Viktor|Baráth
        Wanjiru|Kamande
        Xavier|Puig
        Yusuf|Demirel
        Zainab|Balogun
        Ronan|Carrick
        Orla|Fennimore
        Gita|Ramaswamy
        Pim|Oosterhuis
        Saskia|Blauw
        Teun|Hoekstra
        Wout|Mertens
        Ana|Kovac
        """;

    /// <summary>Everybody, in a fixed order.</summary>
    internal static IReadOnlyList<Character> People { get; } =
        [.. Names.Split('\n').Select(line => line.Split('|')).Select(part => new Character(part[0], part[1], part.ElementAtOrDefault(2)))];
}
