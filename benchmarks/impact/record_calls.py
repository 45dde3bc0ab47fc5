"""A pytest plugin for mutations.py: records which test enters which functions, or runs only the tests that a file names."""
import json, os, sys, threading

import pytest

EVERY = "*"  # What runs when modules are imported, or in fixtures that several tests share.
source = os.environ.get("RECORD_SOURCE")
only = os.environ.get("RUN_ONLY")
entered, current = {}, [EVERY]


def trace(frame, event, argument):
    code = frame.f_code
    if code.co_filename.startswith(source):
        entered.setdefault(f"{code.co_filename}:{code.co_firstlineno}", set()).add(current[0])


if source:
    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(item):
        current[0] = item.nodeid
        yield
        current[0] = EVERY

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(fixturedef):
        before = current[0]
        if fixturedef.scope != "function":
            current[0] = EVERY
        yield
        current[0] = before

    def pytest_sessionfinish():
        sys.settrace(None)
        with open(os.environ["RECORD_TO"], "w") as file:
            json.dump({place: sorted(tests) for place, tests in entered.items()}, file)

    threading.settrace(trace)
    sys.settrace(trace)

if only:
    def pytest_collection_modifyitems(config, items):
        wanted = set(json.load(open(only)))
        config.hook.pytest_deselected(items=[i for i in items if i.nodeid not in wanted])
        items[:] = [i for i in items if i.nodeid in wanted]
