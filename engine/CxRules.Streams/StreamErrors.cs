using System.Collections.Immutable;

namespace CxRules.Streams;

/// <summary>What can be wrong with a history. 4001–4039 refuse a row, 4041–4059 a file, 4061–4069 a source's mapping.</summary>
public static class StreamErrors
{
    private const string AddMissing = "If it means that there is none, list it under the field's `missing` in the source file.";

    /// <summary>0 fields of the row, 1 columns of the header.</summary>
    public static readonly RejectKind WrongFieldCount = new(
        "CXR4001", "The row has {0} fields, the header {1}.", "Put a value that holds the separator, a quote or a line break between double quotes.");

    public static readonly RejectKind UnclosedQuote = new(
        "CXR4002", "A quote opens in field {0} and is never closed.", "Close it, or double it (\"\") where the quote is part of the value. Reading went on with the next line.");

    /// <summary>0 place, 1 value, 2 how it should be written.</summary>
    public static readonly RejectKind BadInstant = new(
        "CXR4003", "{0} holds {1}, which is not a time written as {2}.", "Write it so, or say how it is written with the field's `pattern` in the source file.");

    public static readonly RejectKind InstantWithoutZone = new(
        "CXR4004", "{0} holds {1}, a time without an offset from UTC.", "Declare the `zone` of such times in the source file (`zone: Europe/London`), or write the offset (`Z`, `+01:00`).");

    public static readonly RejectKind ImpossibleDate = new(
        "CXR4005", "{0} holds {1}, a date or time that does not exist.", "Mend the date. " + AddMissing);

    public static readonly RejectKind BadInteger = new(
        "CXR4006", "{0} holds {1}, which is not a whole number.", "Write digits only, as in 1250. " + AddMissing);

    public static readonly RejectKind BadDecimal = new(
        "CXR4007", "{0} holds {1}, which is not a number.", "Write it with a decimal point and without thousands separators, as in 1250.5. " + AddMissing);

    public static readonly RejectKind BadMoney = new(
        "CXR4008", "{0} holds {1}, which is not an amount of money.", "Write the number alone, as in 1250.50: it counts in the project's currency, and a sign or code could be another's. " + AddMissing);

    public static readonly RejectKind BadDuration = new(
        "CXR4009", "{0} holds {1}, which is not a length of time written as {2}.", "Write it so, and name its `unit` in the source file. " + AddMissing);

    public static readonly RejectKind BadFlag = new(
        "CXR4010", "{0} holds {1}, which is neither yes nor no.", "Write yes or no (true/false, y/n, t/f, 1/0), or map the value with the field's `map` in the source file. " + AddMissing);

    public static readonly RejectKind BadList = new(
        "CXR4011", "{0} holds {1}, which is not a list.", "Write values apart by `,` `;` or `|`, or a JSON array of texts and numbers. " + AddMissing);

    public static readonly RejectKind MissingId = new(
        "CXR4012", "{0} is empty, and a contact without an id cannot be told from its duplicates.", "Give each row its id, or map `id` to the column that has it.");

    public static readonly RejectKind MissingTime = new(
        "CXR4013", "{0} is empty, and a contact without a time has no place in any window.", "Give each row its time, or map `occurred at` to the column that has it.");

    public static readonly RejectKind MissingChannel = new(
        "CXR4014", "{0} is empty, and each contact needs a channel.", "Give each row its channel; where the source has only one, write `channel: {{ value: phone }}` in the source file.");

    public static readonly RejectKind InvalidText = new(
        "CXR4015", "{0} holds bytes that are not UTF-8 text.", "Save the history as UTF-8 (it may be in Windows-1252 or Latin-1).");

    public static readonly RejectKind NumberTooLarge = new(
        "CXR4016", "{0} holds {1}, which is too large.", "Mend the number, or check its `unit` in the source file. " + AddMissing);

    /// <summary>0 byte of the line, from 1.</summary>
    public static readonly RejectKind BrokenJson = new(
        "CXR4017", "The line is not valid JSON from byte {0} on.", "Write one JSON object on each line, with names and texts in double quotes.");

    public static readonly RejectKind NotAnObject = new(
        "CXR4018", "There is JSON here, but not an object.", "Each record is one object, as in {{\"id\": \"1\"}}.");

    public static readonly RejectKind NotAValue = new(
        "CXR4019", "{0} holds a JSON array or object where one value is expected.", "Reach into an object with a dotted path, as in `product: order.product`.");

    public static readonly RejectKind DuplicateProperty = new(
        "CXR4020", "{0} stands twice in the line.", "Keep one of the two.");

    public static readonly RejectKind TextAfterQuote = new(
        "CXR4021", "Text follows the closing quote of field {0}.", "Put the whole value between the quotes and double each quote inside it (\"\"). Reading went on with the next line.");

    public static readonly RejectKind ImplausibleTime = new(
        "CXR4022", "{0} holds {1}, which lies outside the years 1950 to 2199.", "Mend the date; a default such as 0001-01-01 or 9999-12-31 is no time of a contact.");

    public static readonly RejectKind MissingArrival = new(
        "CXR4023", "{0} is empty, and a row of a log that does not say when it arrived cannot be told from one with a wrong clock.", "Give each row its arrival; where the file is no log, remove `arrived at` from the source file.");

    public static readonly RejectKind ArrayOnPath = new(
        "CXR4024", "{0} leads into a list.", "Say which of its elements are meant, as in `items[kind=main].name`, or `items[].name` for each of them.");

    /// <summary>0 the list's name.</summary>
    public static readonly RejectKind Envelope = new(
        "CXR4025", "The object has none of the source's columns, but a list `{0}`.", "If that is the list of records, write `format: json` and `records: {0}` in the source file.");

    public static readonly RejectKind UnknownKind = new(
        "CXR4026", "{0} holds {1}, which is not contact, idea, feedback or sample.", "Map the value with the field's `map` in the source file, as in `map: {{ survey: feedback }}`. A row without a kind is a contact.");

    /// <summary>0 the system's reason.</summary>
    public static readonly RejectKind FileNotOpened = new("CXR4041", "The file cannot be opened: {0}", "Check its path and that you may read it.");

    public static readonly RejectKind FileEmpty = new("CXR4042", "The file is empty: it has not even a header.", "Check that the export was finished.");

    /// <summary>0 column, 1 field, 2 suggestion.</summary>
    public static readonly RejectKind MissingColumn = new("CXR4043", "The header has no column '{0}', which the source maps to '{1}'.", "{2}");

    public static readonly RejectKind DuplicateColumn = new(
        "CXR4044", "The header names the column '{0}' more than once, and the source maps it to '{1}'.", "Say which one is meant: '{0}#1' is the first, '{0}#2' the second.");

    public static readonly RejectKind NotText = new("CXR4045", "The file is {0}, not text.", "Give CSV, TSV or JSON lines, plain or as .gz.");

    public static readonly RejectKind NotUtf8 = new("CXR4046", "The file is {0} text.", "Save it as UTF-8 (in Excel: CSV UTF-8).");

    public static readonly RejectKind DamagedGzip = new(
        "CXR4047", "The gzip file ends early or is damaged; the rows before this place were read.", "Copy or export it again; `gzip -t` tells whether it is whole.");

    /// <summary>0 the limit in MB.</summary>
    public static readonly RejectKind RecordTooLong = new(
        "CXR4048", "A row is longer than {0} MB.", "Look for a quote that is opened here and never closed.");

    /// <summary>0 the limit.</summary>
    public static readonly RejectKind TooManyRejects = new(
        "CXR4049", "{0} rows were refused; reading stops here.", "Mend the mapping in the source file or the export: the first refused rows say what is wrong.");

    public static readonly RejectKind ReadFailed = new("CXR4050", "The file cannot be read any further: {0}", "Check the disk or network it is on, and run again.");

    /// <summary>0 what it is instead.</summary>
    public static readonly RejectKind NotJsonLines = new(
        "CXR4051", "The file is {0}, but the source says that each of its lines is one object.", "Write `format: json` in the source file.");

    /// <summary>0 what is open.</summary>
    public static readonly RejectKind CutOff = new(
        "CXR4052", "The file ends before {0} is closed; the records before this place were read.", "Export it again: it was cut off.");

    /// <summary>0 what was found.</summary>
    public static readonly RejectKind NotJson = new(
        "CXR4053", "The file is not JSON from {0} on; the records before this place were read.", "Mend it there, or check the source's `format`.");

    /// <summary>0 the path, 1 a remedy.</summary>
    public static readonly RejectKind NoRecords = new("CXR4054", "The file has no list `{0}`.", "{1}");

    /// <summary>0 field, 1 pattern, 2 why.</summary>
    public static readonly RejectKind BadPattern = new(
        "CXR4061", "The pattern '{1}' of '{0}' cannot be used: {2}.", "Write it from yyyy, MM, dd, HH, mm, ss and the characters between them, as in `d/M/yyyy HH:mm`.");

    /// <summary>0 field, 1 what is wrong with the value.</summary>
    public static readonly RejectKind BadConstant = new("CXR4062", "The constant of '{0}' cannot be used: {1}", "Mend it in the source file.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<RejectKind> All { get; } =
    [
        WrongFieldCount, UnclosedQuote, BadInstant, InstantWithoutZone, ImpossibleDate, BadInteger, BadDecimal, BadMoney, BadDuration,
        BadFlag, BadList, MissingId, MissingTime, MissingChannel, InvalidText, NumberTooLarge, BrokenJson, NotAnObject, NotAValue,
        DuplicateProperty, TextAfterQuote, ImplausibleTime, MissingArrival, ArrayOnPath, Envelope, UnknownKind, FileNotOpened, FileEmpty, MissingColumn, DuplicateColumn, NotText, NotUtf8,
        DamagedGzip, RecordTooLong, TooManyRejects, ReadFailed, NotJsonLines, CutOff, NotJson, NoRecords, BadPattern, BadConstant,
    ];
}
