"""The one exception that speaks to the user."""


class UserError(Exception):
    """Say what is wrong and what to do next, in one message, without a traceback.

    Raise it for what a user can put right: a wrong parameter, a missing model, too little memory.
    Notebooks show only the message (IPython asks `_render_traceback_`); commands print it and exit with code 2.
    A fault of the project itself stays an ordinary exception, with its traceback.
    """

    def _render_traceback_(self) -> list[str]:
        return [f"{type(self).__name__}: {self}"]
