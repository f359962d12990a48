namespace CxRules.Language.Shapes;

/// <summary>A day of the calendar.</summary>
internal sealed record DateShape(string Example) : Shape("a date", Example);

/// <summary>A local time; a date by itself stands for the whole day.</summary>
internal sealed record LocalTimeShape(string Example) : Shape("a local time", Example);

/// <summary>A length of time: `15 min`.</summary>
internal sealed record DurationShape(TimeSpan Least, TimeSpan Most, string Example) : Shape("a length of time", Example);
