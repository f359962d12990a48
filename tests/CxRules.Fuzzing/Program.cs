

return args switch
{
    _ => Usage(),
};

static int Usage() => 1;
