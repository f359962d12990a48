using CxRules.Mutation.Mutants;
using CxRules.Mutation.Running;

namespace CxRules.Mutation.Tests;

public sealed class InputsTests
{
    private const string Report = """
        { "files": {
          "/some/where/engine/CxRules.Runtime/Windows/Slot.cs": {
            "source": "if (a\n    < b)\n",
            "mutants": [
              { "id": "7", "mutatorName": "Equality mutation", "replacement": "a <= b", "status": "NoCoverage",
                "location": { "start": { "line": 1, "column": 5 }, "end": { "line": 2, "column": 8 } } },
              { "id": "3", "mutatorName": "Statement mutation", "replacement": ";", "status": "CompileError",
                "location": { "start": { "line": 1, "column": 1 }, "end": { "line": 1, "column": 3 } } },
              { "id": "4", "mutatorName": "Block removal mutation", "replacement": "{}", "status": "Ignored",
                "location": { "start": { "line": 1, "column": 1 }, "end": { "line": 1, "column": 3 } } }
            ] } } }
        """;

    [Fact]
    public void StrykerReport_OfAFile_HoldsWhatCompiles()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Report);
        var report = StrykerReport.Read(file);
        File.Delete(file);

        Assert.Equal(new Mutant(7, "Windows/Slot.cs", 1, "Equality mutation", "a < b", "a <= b"), Assert.Single(report.Mutants));
        Assert.Equal(1, report.NotCompiled);
    }

    [Theory]
    [InlineData("CxRules.Runtime.Tests.Windows.SlotTests.A_B_C", true)]
    [InlineData("CxRules.Runtime.Tests.Contacts.DoorTests.A_B_C", false)]
    [InlineData("CxRules.Runtime.Tests.Cases.ExcessCoverageTests.A_B_C", false)]
    public void TestFilter_OfTheSettings_LeavesOutWhatStrykerLeavesOut(string test, bool isTaken) =>
        Assert.Equal(isTaken, StrykerConfig.Read().Filter.Takes(test));

    [Fact]
    public void TestFilter_OfAnotherForm_IsRefused() => Assert.Throws<FormatException>(() => TestFilter.Parse("FullyQualifiedName~Slot"));

    [Fact]
    public void Least_OfTheSettings_IsWhatTheIssueAsksFor() => Assert.Equal(85, StrykerConfig.Read().Least);

    [Theory]
    [InlineData("Killed", "A_B_C(text: \"two words\")")]
    [InlineData("NoCoverage", "")]
    public void Verdict_AsALine_IsReadBack(string outcome, string by)
    {
        var verdict = new Verdict(12, Enum.Parse<Outcome>(outcome), by);

        Assert.Equal(verdict, Verdict.Parse(verdict.ToString()));
    }
}
