# What is given on the command line is anything, so that nothing is known of it; what the program stores beside it is kept.
class Values:
    def __init__(self, defaults=None): ...


# A function for each option, so that no callback gets what another is to be given.
def _runner(callback, args, kwargs):
    def run(parser):
        callback(Option(), "", "", parser, *args, **kwargs)
    if callback is None:
        return None
    return run


class Option:
    def __init__(self, *opts, callback=None, callback_args=(), callback_kwargs={}, **attrs):
        self._run = _runner(callback, callback_args, callback_kwargs)


make_option = Option


class OptionContainer:
    def add_option(self, *args, callback=None, callback_args=(), callback_kwargs={}, **attrs):
        self._run = _runner(callback, callback_args, callback_kwargs)
        option = args[0]
        if isinstance(option, Option):
            self._run = option._run
            return option
        return Option()

    def add_options(self, option_list):
        for option in option_list:
            self._run = option._run

    def get_option(self, opt_str): return Option()
    def has_option(self, opt_str) -> bool: ...
    def remove_option(self, opt_str): ...
    def set_description(self, description): ...

    def _call(self, parser):
        run = self._run
        run(parser)


class OptionGroup(OptionContainer):
    def __init__(self, parser, title, description=None): ...


class OptionParser(OptionContainer):
    def __init__(self, usage=None, option_list=None, option_class=None, version=None, conflict_handler="", description=None,
                 formatter=None, add_help_option=True, prog=None, epilog=None):
        self.values = Values()
        self.add_options(option_list)

    # It is given a group, or the title of one.
    def add_option_group(self, *args, **kwargs):
        group = args[0]
        if isinstance(group, OptionGroup):
            self._group = group
            return group
        made = OptionGroup(self, "")
        self._group = made
        return made

    def set_defaults(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self.values, name, value)

    def get_default_values(self): return self.values

    def parse_args(self, args=None, values=None):
        self._call(self)
        group = self._group
        group._call(self)
        return values or self.values, [""]

    def set_usage(self, usage): ...
    def get_usage(self) -> str: ...
    def format_help(self, formatter=None) -> str: ...
    def print_help(self, file=None): ...
    def print_usage(self, file=None): ...
    def error(self, msg): ...
    def exit(self, status=0, msg=None): ...
