namespace CxRules.Language.Binding;

/// <summary>Chaining must end: reports each circle of a rule set once, at the place that closes it. No recursion: chains can be long.</summary>
internal sealed class ChainCheck(ChainGraph graph)
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _onPath = new(StringComparer.Ordinal);
    private readonly List<(string Node, ChainLink? By, int Next)> _path = [];

    public void Run()
    {
        foreach (var start in graph.Starts)
        {
            Enter(start, null);
            while (_path.Count > 0)
            {
                Step();
            }
        }
    }

    private void Step()
    {
        var (node, by, next) = _path[^1];
        var links = graph.From(node);
        if (next == links.Count)
        {
            _path.RemoveAt(_path.Count - 1);
            _onPath.Remove(node);
            _done.Add(node);
            return;
        }

        _path[^1] = (node, by, next + 1);
        var link = links[next];
        if (_onPath.TryGetValue(link.To, out var start))
        {
            Report(start, link);
        }
        else
        {
            Enter(link.To, link);
        }
    }

    private void Enter(string node, ChainLink? by)
    {
        if (!_done.Contains(node))
        {
            _onPath.Add(node, _path.Count);
            _path.Add((node, by, 0));
        }
    }

    private void Report(int start, ChainLink closing)
    {
        var circle = _path.Skip(start).ToList();
        var shown = string.Join(" → ", circle.Select(step => step.Node).Append(closing.To));
        var isSuppression = closing.IsSuppression && circle.Skip(1).All(step => step.By is { IsSuppression: true });
        closing.Rule.Scope.Report(isSuppression ? BindingErrors.SuppressCycle : BindingErrors.ChainCycle, closing.Place, shown);
    }
}
