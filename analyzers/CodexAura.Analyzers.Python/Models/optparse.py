from os import environ as _environ


class Values:
    # What is given on the command line, by the names of the options: anything. What no model has, such as environ, is what comes from outside.
    def __getattr__(self, name): return _environ


class Option:
    def __init__(self, *opts, **attrs): ...


class OptionContainer:
    def add_option(self, *args, action=None, type=None, dest=None, default=None, nargs=None, const=None, choices=None, callback=None,
                   callback_args=(), callback_kwargs={}, help=None, metavar=None):
        self._callback = callback
        self._args = callback_args
        self._kwargs = callback_kwargs
        return Option()

    def add_options(self, option_list): ...
    def get_option(self, opt_str): return Option()
    def has_option(self, opt_str) -> bool: ...
    def remove_option(self, opt_str): ...
    def set_description(self, description): ...

    def _call(self, parser):
        callback = self._callback
        callback(Option(), "", "", parser, *self._args, **self._kwargs)


class OptionGroup(OptionContainer):
    def __init__(self, parser, title, description=None): ...


class OptionParser(OptionContainer):
    def __init__(self, usage=None, option_list=None, option_class=None, version=None, conflict_handler="", description=None,
                 formatter=None, add_help_option=True, prog=None, epilog=None):
        self._values = Values()

    def add_option_group(self, *args, **kwargs):
        group = args[0]
        if isinstance(group, OptionGroup):
            self._group = group
            return group
        return OptionGroup(self, "")

    def set_defaults(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self._values, name, value)

    def get_default_values(self): return self._values

    def parse_args(self, args=None, values=None):
        self._call(self)
        group = self._group
        group._call(self)
        return values or self._values, []

    def set_usage(self, usage): ...
    def get_usage(self) -> str: ...
    def format_help(self, formatter=None) -> str: ...
    def print_help(self, file=None): ...
    def print_usage(self, file=None): ...
    def error(self, msg): ...
    def exit(self, status=0, msg=None): ...
