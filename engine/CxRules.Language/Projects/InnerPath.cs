namespace CxRules.Language.Projects;

/// <summary>Paths that stay below the folder they start from, on every system.</summary>
internal static class InnerPath
{
    public static bool Is(string path)
    {
        if (path.Length == 0 || path[0] is '/' or '~' || path.AsSpan().ContainsAny('\\', ':', '\0'))
        {
            return false;
        }

        var depth = 0;
        foreach (var step in path.Split('/'))
        {
            depth += step switch { ".." => -1, "." or "" => 0, _ => 1 };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth > 0;
    }
}
