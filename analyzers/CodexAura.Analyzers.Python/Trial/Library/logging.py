# What is logged is shown to nobody: by default all but warnings is dropped before anything is asked for its text.
DEBUG, INFO, WARNING, WARN, ERROR, CRITICAL, FATAL, NOTSET = 10, 20, 30, 30, 40, 50, 50, 0


def _shown(message, *args, **kwargs):
    str(message)
    for value in args:
        str(value)


def _dropped(message, *args, **kwargs):
    pass


class Logger:
    def __init__(self, name=None):
        self.name = name
        self.handlers = []
        self.level = NOTSET
        self.disabled = self.propagate = False
        self.debug = self.info = _dropped
        self.warning = self.warn = self.error = self.exception = self.critical = self.fatal = _shown

    def log(self, level, message, *args, **kwargs):
        pass

    def setLevel(self, level):
        self.debug = self.info = _shown

    def isEnabledFor(self, level):
        return _unknown

    def addHandler(self, handler):
        _outside(handler)

    def addFilter(self, filter):
        _outside(filter)

    def getChild(self, name):
        return getLogger(name)


_loggers = {}


def getLogger(name=None):
    if name not in _loggers:
        _loggers[name] = Logger(name)
    return _loggers[name]


debug = info = _dropped
warning = warn = error = exception = critical = _shown


def log(level, message, *args, **kwargs):
    pass


def basicConfig(**options):
    pass


def disable(level=CRITICAL):
    pass


StreamHandler = FileHandler = NullHandler = Handler = Formatter = Filter = LoggerAdapter = getLevelName = _unknown
