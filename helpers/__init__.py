import sys

if sys.argv[0] == "-m":  # a command, whose module is not loaded yet
    if sys.version_info < (3, 11):  # noqa: UP036
        sys.stderr.write(f"Python 3.11 or newer is needed, and this is {sys.version.split()[0]}: `make install`, then .venv/bin/python.\n")
        sys.exit(2)
    from helpers.hosts import check_command

    check_command(next((word.split("helpers.")[1] for word in sys.orig_argv if "helpers." in word), ""))
