class Namespace: ...


# Parsers and their subparsers fill one namespace.
_namespace = Namespace()


class Action:
    def __init__(self, option_strings=(), dest="", nargs=None, const=None, default=None, type=None, choices=None, required=False,
                 help=None, metavar=None): ...


# A function for each argument, so that no action is given what belongs to another.
def _runner(action, convert):
    def run(parser):
        convert("")
        action(parser, _namespace, [], "")
    return run


class _Group:
    def add_argument(self, *names, action=None, type=None, dest=None, **kwargs):
        made = action(option_strings=names, dest=dest, **kwargs)
        self._run = _runner(made, type)
        return made or Action()

    def add_argument_group(self, title=None, description=None): return self
    def add_mutually_exclusive_group(self, required=False): return self


class ArgumentParser(_Group):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=None, prefix_chars="-",
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler="", add_help=True, allow_abbrev=True): ...

    def set_defaults(self, **kwargs):
        for name, value in kwargs.items():
            setattr(_namespace, name, value)

    def add_subparsers(self, **kwargs): return _SubParsers(self)

    def parse_args(self, args=None, namespace=None):
        return self.parse_known_args(args, namespace)[0]

    def parse_known_args(self, args=None, namespace=None):
        run = self._run
        run(self)
        return namespace or _namespace, []

    def print_help(self, file=None): ...
    def print_usage(self, file=None): ...
    def format_help(self) -> str: ...
    def error(self, message): ...
    def exit(self, status=0, message=None): ...


class _SubParsers:
    def __init__(self, parent): self._parent = parent

    # Its arguments are converted when the parser above it parses.
    def add_parser(self, name, **kwargs): return self._parent
