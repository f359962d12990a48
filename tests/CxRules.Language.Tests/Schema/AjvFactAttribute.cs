using System.Diagnostics;

namespace CxRules.Language.Tests.Schema;

/// <summary>A test that runs where node finds the package ajv (NODE_PATH), and says so where it does not.</summary>
internal sealed class AjvFactAttribute : FactAttribute
{
    private static readonly string? Missing = Why();

    public AjvFactAttribute() => Skip = Missing;

    /// <summary>Runs a script; its output, or null where node fails.</summary>
    public static string? Run(string script, string input)
    {
        var start = new ProcessStartInfo("node", ["-e", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start);
        if (node is null)
        {
            return null;
        }

        var errors = node.StandardError.ReadToEndAsync();
        node.StandardInput.Write(input);
        node.StandardInput.Close();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return node.ExitCode == 0 ? output : errors.Result.Length > 0 ? null : output;
    }

    private static string? Why()
    {
        try
        {
            return Run("require.resolve('ajv/dist/2020.js')", "") is null ? "node does not find the package ajv 8: set NODE_PATH to a folder that has it." : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "node is not installed, so ajv cannot be asked for a second opinion.";
        }
    }
}
