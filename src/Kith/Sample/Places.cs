namespace Kith.Sample;

/// <summary>An organisation that does not exist.</summary>
/// <param name="Motivation">0-3 where it is a target of the goal.</param>
/// <param name="Posting">1-3 where it is a target of the goal.</param>
internal sealed record Firm(string Name, string Industry, string Place, int? Motivation = null, int? Posting = null);

/// <summary>The organisations of the sample network, and what people do there.</summary>
internal static class Places
{
    /// <summary>Where the owner works.</summary>
    internal static readonly Firm Own = new("Brightwater Utilities", "Water and power", "Utrecht");

    /// <summary>Where the owner studied.</summary>
    internal static readonly Firm School = new("University of Westerplas", "Education", "Westerplas");

    /// <summary>All of them; the targets come first.</summary>
    internal static readonly IReadOnlyList<Firm> All =
    [
        new("Harbor & Finch", "Energy trading", "Rotterdam", 3, 3),
        new("Lumen Foundry", "Lighting", "Eindhoven", 3, 2),
        new("Northwind Grid", "Power grids", "Groningen", 3, 1),
        new("Solstice Storage", "Batteries", "Delft", 2, 3),
        new("Tidewater Renewables", "Offshore wind", "Vlissingen", 2, 2),
        new("Kestrel Mobility", "Electric buses", "Ghent", 2, 1),
        new("Polder Analytics", "Consulting", "Rotterdam", 1, 2),
        new("Große Wärme GmbH", "District heating", "Lübeck", 1, 1),
        Own,
        School,
        new("Meridian Rail", "Rail", "Antwerp"),
        new("Copperleaf Bank", "Banking", "Amsterdam"),
        new("Quill & Anchor Press", "Publishing", "Leiden"),
        new("Ostrich Logistics", "Logistics", "Venlo"),
        new("Fjordlight Systems", "Software", "Bergen"),
        new("Saffron Street Studio", "Design", "Lisbon"),
        new("Papaya Health", "Health", "Nairobi"),
        new("Blue Heron Insurance", "Insurance", "Hamburg"),
        new("Juniper Foods", "Food", "Dublin"),
        new("Vélo Nord", "Bicycles", "Lille"),
        new("Cedar Point Hospital", "Health", "Breda"),
        new("Granite Peak Outdoors", "Retail", "Innsbruck"),
        new("Mosaic City Council", "Government", "Rotterdam"),
        new("Institute for Applied Weather", "Research", "De Bilt"),
        new("Delta School of Management", "Education", "Rotterdam"),
        new("Canal House Ventures", "Venture capital", "Amsterdam"),
        new("Tern Recruiting", "Recruiting", "The Hague"),
        new("Second Act Careers", "Career services", "Utrecht"),
        new("Women in Watts", "Association", "Brussels"),
        new("Data Guild Rotterdam", "Association", "Rotterdam"),
        new("Energy Futures Forum", "Association", "Berlin"),
        new("Opal Semiconductor", "Semiconductors", "Nijmegen"),
        new("Marigold Retail", "Retail", "Pune"),
        new("Zephyr Turbines", "Wind power", "Aarhus"),
        new("Ginkgo Robotics", "Robotics", "Kyoto"),
        new("Pelican Post", "Mail", "Tallinn"),
        new("Sundial Software", "Software", "Valencia"),
        new("Basalt Construction", "Construction", "Kraków"),
        new("Orchard Learning", "Education technology", "Bristol"),
        new("Clearwater Foundation", "Charity", "Geneva"),
        new("Foxglove Pharma", "Pharmaceuticals", "Basel"),
        new("Ember & Ash Consulting", "Consulting", "London"),
        new("北极星能源", "Solar power", "Shenzhen"),
        new("Compagnie des Vents et Marées", "Tidal power", "Brest"),
        new("Ørnevind A/S", "Wind power", "Esbjerg"),
        new("The Neighbourhood Cooperative for Shared Heat, Water, Storage and Open Data Infrastructure", "Cooperative", "Zwolle"),
    ];

    /// <summary>A target where nobody is known yet, so that the list lacks something.</summary>
    internal static readonly Firm Unreached = new("IJssel Hydrogen", "Hydrogen", "Deventer", 3);

    /// <summary>Those where people work, and the one where nobody does.</summary>
    internal static readonly IReadOnlyList<Firm> Everywhere = [.. All, Unreached];

    internal static readonly string[] Leaders =
    [
        "Chief Data Officer", "VP Engineering", "Head of Product", "Director of Operations", "Head of Forecasting", "Managing Director", "Head of Digital", "CTO",
    ];

    internal static readonly string[] Insiders =
    [
        "Data Scientist", "Analytics Engineer", "Product Manager", "Forecasting Analyst", "Grid Modeller", "Data Engineer", "Team Lead Analytics",
        "Business Analyst", "Software Engineer", "Operations Researcher", "Programme Manager", "UX Researcher", "Machine Learning Engineer", "Controller",
    ];

    internal static readonly string[] Others =
    [
        "Recruiter", "Talent Partner", "Professor of Statistics", "Freelance Facilitator", "Journalist", "Community Manager", "Career Coach", "Policy Adviser",
    ];

    /// <summary>For the row that shows how a list bears a title without end.</summary>
    internal const string EndlessTitle =
        "Interim Deputy Vice President for Cross-Functional Data Strategy, Sustainable Energy Analytics, Stakeholder Alignment and Continuous Improvement (EMEA, APAC and the Americas)";

    internal static readonly string[] Tags = ["energy", "alumni", "data guild", "mentor", "former colleague", "climate"];
}
