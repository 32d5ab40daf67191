namespace Kith.Formats.LinkedIn;

/// <summary>Which number of <c>3/4/2024</c> is the month; LinkedIn writes the month first, a spreadsheet may have turned it.</summary>
public enum DateOrder { MonthFirst, DayFirst }
